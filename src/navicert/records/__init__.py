"""Proof: an append-only Merkle log of opaque leaves, its signed checkpoints, its verification.

Nothing here reads a clock, a disk or a source of chance; the store does that and asks here what
to write and whether what was written still holds.
"""
