"""Schema of the billing app."""
