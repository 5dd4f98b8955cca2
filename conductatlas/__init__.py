"""The project: settings, addresses, and the pages that join apps."""
