"""Programs for those who work on the generator: each is a verb of the Makefile."""
