"""Files into articles, or into failures that say what is wrong: one way for one article and for a million.

A file goes through `kinds` (what it holds), a reader of that kind (`records` and its neighbours), and `to_article`;
`read` does all of it.
"""
