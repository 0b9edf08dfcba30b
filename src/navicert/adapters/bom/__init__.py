"""Readers of bills of materials: CSV, XLSX and CycloneDX JSON into one tree of parts."""
