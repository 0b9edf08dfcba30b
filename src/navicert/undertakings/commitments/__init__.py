"""Who owes what to whom by when; nothing here asks the clock, a file or the log."""
