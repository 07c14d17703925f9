"""From times and cues of the text to ranks."""
