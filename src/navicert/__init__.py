"""Navicert: may this item go to this place, to these parties, for this use, on this day?

It answers from dated law and dated lists, names what it does not know, and keeps a record
that proves the answer. It is not legal advice.
"""

__version__ = "0.1.0"
