"""Readers of supply graphs: a folder of tables, a workbook, or a bill of materials."""
