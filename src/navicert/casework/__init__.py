"""The compliance desk, one module a job, each against the ports and never against a store."""
