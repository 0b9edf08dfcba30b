"""General Prohibitions Five and Seven: what an item or a service is for (part 744)."""
