"""Worked cases in a published vocabulary, held against the engine."""
