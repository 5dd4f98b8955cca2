"""Looking at documents, and telling people what changed."""
