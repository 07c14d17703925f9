"""Learned models of times and orders, and what is decided from them."""
