"""What the parser says of a sentence, read by clauses and phrases, and repairs of what it says wrongly."""
