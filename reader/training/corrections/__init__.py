"""Learns the weights of resources/models/corrections.json from read articles."""
