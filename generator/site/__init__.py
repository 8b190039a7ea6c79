"""What pages, exports and templates share: how a language writes numbers and dates."""
