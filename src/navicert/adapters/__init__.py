"""What fulfils the ports: the store, the feeds, the clock."""
