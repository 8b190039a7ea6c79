"""What the portal talks about: frozen values, no files, no libraries."""
