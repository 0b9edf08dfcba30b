"""OFAC's lists as four CSV files each: the SDN List, and the consolidated one of all others."""
