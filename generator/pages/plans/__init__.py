"""A plan to read, and each provision of it."""
