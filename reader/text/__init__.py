"""Text to paragraphs, sentences, words and tags; the only place that imports textblob."""
