"""Time itself: instants, intervals, their relations, operators and notations.

Nothing here knows of text or language, and nothing reads the clock.
"""
