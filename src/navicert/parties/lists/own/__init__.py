"""A list of one's own as a table, CSV or XLSX, with its columns in any order."""
