"""Ordering: from times and cues of the text to ranks."""
