"""Makes the files of resources/models from public data sets; the program never imports it."""
