"""Name comparison: how names are read, found and compared, and how a match explains itself."""
