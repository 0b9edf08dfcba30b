"""Doors: the terminal, the API and the pages; they do not open into each other."""
