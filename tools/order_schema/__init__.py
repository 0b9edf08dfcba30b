"""Writes into the published schema of orders how freely each term of the trade may be written."""
