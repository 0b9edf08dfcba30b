"""Which entry and which of its rows an item falls under (15 CFR parts 772 and 774)."""
