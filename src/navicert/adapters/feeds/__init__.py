"""Where list files come from."""
