"""The lines of a change's summary: clauses paired, differences in words, what to do."""
