"""The panel beside the page: findings, claims, voices and an overview of the article."""
