"""Linking of temporal expressions to events."""
