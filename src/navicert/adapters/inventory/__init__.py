"""Inventories of equipment and tables of stakes: CSV or XLSX in, facts out; judged rows out."""
