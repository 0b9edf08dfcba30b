"""The Consolidated Screening List of trade.gov: thirteen lists in one file."""
