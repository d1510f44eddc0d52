"""Spelling without a network: words, their forms, suggestions, and what is not to be judged."""
