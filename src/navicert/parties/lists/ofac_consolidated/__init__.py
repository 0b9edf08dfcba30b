"""OFAC's consolidated list of all lists but the SDN List; ``ofac/reader.py`` reads its form."""
