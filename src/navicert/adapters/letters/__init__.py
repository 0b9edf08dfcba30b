"""Letters and their checks as files: how they are written, printed, and packed for others."""
