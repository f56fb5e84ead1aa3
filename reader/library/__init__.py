"""What is kept about articles between two runs: drafts, ignored findings, recent files."""
