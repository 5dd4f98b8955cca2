"""The public JSON API: everything that is published, to read only, without an account."""
