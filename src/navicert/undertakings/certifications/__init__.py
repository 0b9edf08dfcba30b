"""Certifications: letters whose statements are proved, who signed them, and whether they hold."""
