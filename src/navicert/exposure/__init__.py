"""Exposure: what breaks, for whom, from which day, when a party is cut off."""
