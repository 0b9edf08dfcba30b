"""Who they really are: official lists, name comparison, and the standing of a party on a day."""
