"""General Prohibition Five: parties that part 744 names, by a list or through their owners."""
