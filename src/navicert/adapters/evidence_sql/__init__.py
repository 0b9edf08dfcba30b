"""SQL over evidence: DuckDB in a process of its own, with no file, no network and no way out."""
