"""Whether an item is subject to the EAR at all (15 CFR part 734)."""
