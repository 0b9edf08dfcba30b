"""What the exporter tells us, and what authorities said of a party: frozen and typed."""
