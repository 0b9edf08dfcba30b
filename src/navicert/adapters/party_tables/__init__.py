"""Tables of parties to screen: CSV or XLSX in, one plain document out."""
