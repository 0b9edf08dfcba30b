"""OFAC's advanced XML form: the SDN List, and the consolidated list of all others."""
