"""Determination: facts, standing and law put side by side, in the order of part 732."""
