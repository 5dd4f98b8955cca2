"""What the archived texts say: clauses, provisions, changes."""
