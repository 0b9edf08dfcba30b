"""Writes the published schemas of instruments and of what ``orders read`` prints as JSON."""
