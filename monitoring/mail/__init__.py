"""Alerts and digests as mail: written, sent, refused by who does not want them, and kept from dead addresses."""
