"""What helps to follow a plan: calendar, ledger, checklists, letters."""
