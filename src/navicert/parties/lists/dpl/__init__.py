"""The Denied Persons List of the Bureau of Industry and Security, in its text form."""
