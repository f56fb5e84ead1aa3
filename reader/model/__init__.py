"""The shape of an article and of all results, as frozen dataclasses; nothing here computes.

All offsets are Unicode code points into the text exactly as given, end exclusive.
"""
