"""Feed every reader of files with changed ones, and keep what it does not answer cleanly."""
