"""Holidays and days of remembrance that keep their month and day: Christmas, World AIDS Day, Michaelmas."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["FIXED", "WORLD_DAYS"]

Day = tuple[int, int]

FIXED: Mapping[str, Day] = {
    "new years|year '? s? day": (1, 1), "new years|year '? s? eve": (12, 31), "new year's": (1, 1), "epiphany": (1, 6),
    "three kings|kings' day": (1, 6), "twelfth night": (1, 5), "burns night": (1, 25), "australia day": (1, 26),
    "groundhog day": (2, 2), "candlemas": (2, 2), "waitangi day": (2, 6), "valentine's day": (2, 14),
    "st|saint .? valentine's day": (2, 14), "st|saint .? david's day": (3, 1), "st|saint .? patrick's day": (3, 17),
    "lady day": (3, 25), "st|saint .? george's day": (4, 23), "april fools|fool's|fools' day": (4, 1),
    "walpurgis night": (4, 30), "anzac day": (4, 25), "may day": (5, 1), "cinco de mayo": (5, 5),
    "juneteenth": (6, 19), "midsummer's day": (6, 24), "bloomsday": (6, 16), "st|saint .? john's day": (6, 24),
    "canada day": (7, 1), "independence day": (7, 4), "bastille day": (7, 14),
    "assumption day": (8, 15), "feast of the assumption": (8, 15), "michaelmas": (9, 29), "halloween": (10, 31),
    "all hallows' eve": (10, 31), "all saints' day": (11, 1), "all souls' day": (11, 2), "day of the dead": (11, 2),
    "bonfire night": (11, 5), "guy fawkes night|day": (11, 5), "armistice day": (11, 11), "remembrance day": (11, 11),
    "martinmas": (11, 11), "singles' day": (11, 11), "st|saint .? andrew's day": (11, 30), "pearl harbor day": (12, 7),
    "st|saint .? nicholas day": (12, 6), "st|saint .? nicholas's day": (12, 6),
    "feast of the immaculate conception": (12, 8), "st|saint .? lucy|lucia day": (12, 13), "christmas eve": (12, 24),
    "christmas day": (12, 25), "christmas": (12, 25), "xmas eve": (12, 24), "xmas day": (12, 25), "xmas": (12, 25),
    "boxing day": (12, 26), "st|saint .? stephen's day": (12, 26), "holy innocents|innocents' day": (12, 28),
    "ve day": (5, 8), "vj day": (8, 15), "pi day": (3, 14), "europe day": (5, 9),
}  # fmt: skip
"""Pattern of the name to month and day."""

_WORLD: Mapping[str, Day] = {
    "braille": (1, 4), "cancer": (2, 4), "radio": (2, 13), "wildlife": (3, 3), "kidney": (3, 14),
    "consumer rights": (3, 15), "poetry": (3, 21), "down syndrome": (3, 21), "water": (3, 22),
    "meteorological": (3, 23), "tuberculosis|tb": (3, 24), "theatre|theater": (3, 27), "autism awareness?": (4, 2),
    "health": (4, 7), "parkinson's": (4, 11), "immunization": (4, 24), "malaria": (4, 25), "press freedom": (5, 3),
    "red cross": (5, 8), "bee": (5, 20), "no tobacco": (5, 31), "milk": (6, 1), "environment": (6, 5),
    "oceans|ocean": (6, 8), "blood donor": (6, 14), "elder abuse awareness": (6, 15), "refugee": (6, 20),
    "music": (6, 21), "population": (7, 11), "chocolate": (7, 7), "emoji": (7, 17), "hepatitis": (7, 28),
    "photography": (8, 19), "humanitarian": (8, 19), "suicide prevention": (9, 10), "alzheimer's": (9, 21),
    "tourism": (9, 27), "rabies": (9, 28), "heart": (9, 29), "vegetarian": (10, 1), "animal": (10, 4),
    "teachers'": (10, 5), "mental health": (10, 10), "food": (10, 16), "polio": (10, 24), "vegan": (11, 1),
    "diabetes": (11, 14), "toilet": (11, 19), "children's": (11, 20), "television": (11, 21), "aids": (12, 1),
    "soil": (12, 5), "wetlands": (2, 2), "hearing": (3, 3), "sleep": (3, 14),
}  # fmt: skip
_INTERNATIONAL: Mapping[str, Day] = {
    "holocaust remembrance": (1, 27), "women's": (3, 8), "mother language": (2, 21), "workers'": (5, 1),
    "labor|labour": (5, 1), "nurses'": (5, 12), "museum": (5, 18), "biodiversity": (5, 22), "children's": (6, 1),
    "yoga": (6, 21), "olympic": (6, 23), "friendship": (7, 30), "tiger": (7, 29), "youth": (8, 12), "cat": (8, 8),
    "literacy": (9, 8), "peace": (9, 21), "translation": (9, 30), "men's": (11, 19), "students'": (11, 17),
    "volunteer": (12, 5), "anti - corruption": (12, 9), "migrants'": (12, 18), "coffee": (10, 1),
}  # fmt: skip
_OF: Mapping[str, Day] = {
    "yoga": (6, 21), "peace": (9, 21), "happiness": (3, 20), "families": (5, 15), "democracy": (9, 15),
    "older persons": (10, 1), "non - violence": (10, 2), "the girl child": (10, 11),
    "persons with disabilities": (12, 3), "disabled persons": (12, 3), "education": (1, 24), "forests": (3, 21),
    "the world ' s indigenous peoples": (8, 9),
}  # fmt: skip

WORLD_DAYS: Mapping[str, Day] = {
    **{f"world {name} day": day for name, day in _WORLD.items()},
    **{f"international {name} day": day for name, day in _INTERNATIONAL.items()},
    **{f"international day of|for {name}": day for name, day in _OF.items()},
    "earth day": (4, 22), "human rights day": (12, 10), "mandela day": (7, 18), "united nations day": (10, 24),
    "star wars day": (5, 4),
}  # fmt: skip
"""Days of the United Nations and others that the whole world keeps."""
