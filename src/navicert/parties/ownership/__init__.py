"""Ownership: what listed owners hold of a party, directly and through others (50 percent rules)."""
