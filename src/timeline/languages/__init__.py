"""Language knowledge as data: one package a language."""
