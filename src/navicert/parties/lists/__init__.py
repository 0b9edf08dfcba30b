"""The lists of parties, one folder a list: where it comes from, and how its form is read."""
