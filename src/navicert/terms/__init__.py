"""The words of the trade, one module a word: ``parse``, ``format``, ``is_valid``."""
