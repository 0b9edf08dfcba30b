"""The terminal: ``navicert`` and its commands."""
