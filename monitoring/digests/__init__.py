"""The weekly digest: whose hour has come, what it holds, its private link and its archive."""
