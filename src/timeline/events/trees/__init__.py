"""Dependency trees read by clauses and phrases, and repairs of parser errors."""
