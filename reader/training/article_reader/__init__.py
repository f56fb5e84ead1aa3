"""Trains what reads a whole article: a teacher of its text, a small network of its sentences."""
