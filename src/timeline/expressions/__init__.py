"""From text to temporal expressions: scanner, grammar engine, anchoring."""
