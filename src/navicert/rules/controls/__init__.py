"""Which license requirements a transaction meets (15 CFR parts 738, 742, 744 and 746)."""
