"""Writes the published schemas of letters, checks, bundles and disclosures from their readers."""
