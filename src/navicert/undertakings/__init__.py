"""What a company promised an authority, and what it can prove of it: settlements to disclosures."""
