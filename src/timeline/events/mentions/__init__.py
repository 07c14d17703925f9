"""Which words are events, and what they are: attributes, participants, summaries."""
