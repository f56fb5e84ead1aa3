"""Fits the weights with which sources, cues and contents are decoded."""
