"""The command line and the analyser process: everything that runs without Qt."""
