"""Settlements, orders, licenses with conditions and voluntary plans, and their state on a day."""
