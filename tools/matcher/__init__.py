"""How the matcher navicert-1 was fitted: its weights of words, and its two score cards."""
