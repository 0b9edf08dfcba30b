"""FollowTheMoney entities as JSON lines, as OpenSanctions exports any list."""
