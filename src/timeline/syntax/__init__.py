"""Sentences, words and dependency trees. The only package that knows Stanza; it ships its own English models."""
