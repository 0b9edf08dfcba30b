"""Navicert's own form for listings and denial orders: examples, and a customer's records."""
