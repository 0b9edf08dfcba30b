"""Voluntary self-disclosures (15 CFR 764.5): a case, its clock, its contents, what is lacking."""
