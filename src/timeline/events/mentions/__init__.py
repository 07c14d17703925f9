"""Event mentions, and their attributes, participants and summaries."""
