"""Trains the layers that read a sentence closely, on the states that the encoder gives."""
