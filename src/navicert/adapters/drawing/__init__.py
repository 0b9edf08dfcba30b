"""Drawing: a directed graph as a picture of our own (SVG), the same bytes for the same graph."""
