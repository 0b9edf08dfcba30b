"""Readers of orders: TOML, JSON, CSV and XLSX into one plain document."""
