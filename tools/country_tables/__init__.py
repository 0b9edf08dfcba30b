"""Writes the Commerce Country Chart and the Country Groups onto the shelf."""
