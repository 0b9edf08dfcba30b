"""The Consolidated Screening List as JSON: trade.gov's file, its API's answer, or a line each."""
