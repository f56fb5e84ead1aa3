"""The small local model: text to pieces, pieces to windows, windows to a Reading."""
