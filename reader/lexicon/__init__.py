"""What the files under resources/ say about words, looked up fast."""
