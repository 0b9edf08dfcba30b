"""OFAC's consolidated list in its advanced form; ``ofac_advanced/reader.py`` reads it."""
