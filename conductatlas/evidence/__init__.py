"""Evidence to take along: bundles that check themselves, and records as PDF."""
