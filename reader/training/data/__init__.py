"""Our own hand-made training sentences and articles, with their guidelines."""
