"""Templates to fill in, one for each form that the readers take."""
