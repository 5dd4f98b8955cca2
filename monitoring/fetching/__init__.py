"""The way to other people's servers: the guarded door, politeness, browsers, and what came back."""
