"""Writes docs/law-index.md: each section, what the shelf holds of it, its rules and goldens."""
