"""Restricted procurement: what federal money may not buy or use (section 889, FCC subsidies)."""
