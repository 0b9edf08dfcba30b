"""The consolidated list of the European Union, as its Financial Sanctions Files publish it."""
