"""A page taken apart: its bytes as characters, one walk over its tree, the policy's own part, the blocks of a text."""
