"""What a text says: bytes and strings in, frozen values out. No Django, clock, network or randomness."""
