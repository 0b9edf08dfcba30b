"""The board of commitments as a page."""
