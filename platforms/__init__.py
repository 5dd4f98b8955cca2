"""What is published: platforms, documents, snapshots and versions."""
