"""Open Terms Archive's way of keeping documents: declarations in JSON and versions in a git history, read and written."""
