"""The desk's jobs with what was promised: load it, look at it, mark it done, tell people of it."""
