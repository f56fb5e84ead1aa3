"""Corrective passages and claims: the evidence, its weights, the links and the explanations."""
