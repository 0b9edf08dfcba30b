"""Makers of equipment: which company that a procurement law names stands behind a name."""
