"""From what is written to what follows from it; each number is computed once."""
