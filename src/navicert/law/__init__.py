"""The shelf: the regulations as dated data, filed by their legal address under ``ear/``."""
