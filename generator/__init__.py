"""A static-site generator for poverty-reduction plans, and the portal that it makes."""
