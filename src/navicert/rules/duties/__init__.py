"""Procedural duties: deadlines and conditions that bind outside a single determination.

Plain functions over small facts, for the desk and for undertakings; no finding hangs on them.
"""
