"""What the product promises, as tests: through URLs, commands and public functions."""
