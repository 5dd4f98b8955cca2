"""Public pages: they join what is published, what it says and how it is watched."""
