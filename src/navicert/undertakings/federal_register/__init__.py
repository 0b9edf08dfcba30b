"""Orders denying export privileges as the Federal Register prints them, read without guessing."""
