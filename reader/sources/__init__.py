"""Where articles come from: files and text, turned into an Article."""
