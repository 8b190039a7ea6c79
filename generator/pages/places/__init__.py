"""Places, and maps of them."""
