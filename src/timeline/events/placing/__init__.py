"""Rules that give an event its time."""
