"""Who did what, and when: detection, participants, placing and ordering of events."""
