"""Readers of registers of owners, a module a form."""
