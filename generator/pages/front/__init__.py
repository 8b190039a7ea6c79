"""The home page, the search and pages of our own words."""
