"""Evidence beside the name: what else a party and a listing say of themselves, side by side."""
