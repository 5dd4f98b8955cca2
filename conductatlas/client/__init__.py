"""A program of its own for those who use the API: `python -m conductatlas.client`. Needs httpx and nothing of ours."""
