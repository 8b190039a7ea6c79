"""Files of others to drafts: documents to plans, tables to datasets. A build never loads it."""
