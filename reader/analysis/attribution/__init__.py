"""Who is said to have said what: marks, names, cues, and the links between them."""
