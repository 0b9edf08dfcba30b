"""The index of listed names: built once, kept in one file, mapped into memory and shared."""
