"""How a plain order document is read: its keys, its places, its facts."""
