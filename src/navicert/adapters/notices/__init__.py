"""How notices leave the house: e-mail and webhooks."""
