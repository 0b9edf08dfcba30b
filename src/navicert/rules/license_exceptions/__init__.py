"""License exceptions: the gate of 740.2 first, then one module a symbol (15 CFR part 740)."""
