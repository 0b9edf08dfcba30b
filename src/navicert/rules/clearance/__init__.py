"""Export clearance (15 CFR part 758): filing, invoice, license code."""
