"""Everything the portal gives to machines."""
