"""Checks: statements held against evidence, and what the rows that contradict them mean."""
