"""Rules: pure predicates that read as the sentence they decide, each with its citation.

A rule takes facts and law and returns findings; it never calls another rule.
"""
