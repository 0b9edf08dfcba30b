"""The words of the regulation itself, kept beside the shelf for display: never rules."""
