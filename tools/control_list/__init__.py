"""Turns the official Commerce Control List into the shelf's tables of part 774."""
