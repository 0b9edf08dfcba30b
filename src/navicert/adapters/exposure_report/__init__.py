"""The exposure report: one HTML page without scripts, and one workbook, from the same result."""
