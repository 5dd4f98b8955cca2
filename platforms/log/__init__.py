"""The transparency log: an append-only Merkle tree over all that the archive holds, as RFC 9162 describes."""
