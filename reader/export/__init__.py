"""Where results go: text for people, JSON for programs."""
