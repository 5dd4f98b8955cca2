"""What a compliance team does with us: its own documents, its vendors, its reviews of changes and what is due on them."""
