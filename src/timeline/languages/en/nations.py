"""Nations by the words that name them, and the days that each of them keeps under one and the same name."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.languages.en.movable import MOVABLE, DayIn, easter, moved, nth, since

__all__ = ["FIRST_WORDS", "NATIONAL_DAYS", "NATIONS", "Day", "nation"]

Day = tuple[int, int]

_NATIONS = """
AF afghan afghanistan | AL albanian albania | DZ algerian algeria | AO angolan angola | AR argentine argentinian
argentina | AM armenian armenia | AU australian australia | AT austrian austria | AZ azerbaijani azeri azerbaijan | BS
bahamian bahamas | BD bangladeshi bangladesh | BB barbadian barbados | BY belarusian belarus | BE belgian belgium | BZ
belizean belize | BO bolivian bolivia | BA bosnian bosnia | BW botswana | BR brazilian brazil | GB british britain uk
english england | BG bulgarian bulgaria | KH cambodian cambodia | CM cameroonian cameroon | CA canadian canada | CL
chilean chile | CN chinese china | CO colombian colombia | HR croatian croatia | CU cuban cuba | CY cypriot cyprus |
CZ czech czechia | DK danish denmark | NL dutch netherlands | EC ecuadorian ecuadorean ecuador | EG egyptian egypt |
EE estonian estonia | ER eritrean eritrea | ET ethiopian ethiopia | PH filipino philippine philippines | FI finnish
finland | FR french france | GE georgian georgia | DE german germany | GH ghanaian ghana | GR greek greece | GT
guatemalan guatemala | GY guyanese guyana | HT haitian haiti | HN honduran honduras | HU hungarian hungary | IS
icelandic iceland | IN indian india | ID indonesian indonesia | IR iranian iran | IQ iraqi iraq | IE irish ireland |
IL israeli israel | IT italian italy | JM jamaican jamaica | JP japanese japan | JO jordanian jordan | KZ kazakh
kazakhstan | KE kenyan kenya | XK kosovar kosovan kosovo | KG kyrgyz kyrgyzstan | LA laotian laos | LV latvian latvia
| LB lebanese lebanon | LR liberian liberia | LY libyan libya | LT lithuanian lithuania | MG malagasy madagascar | MW
malawian malawi | MY malaysian malaysia | MV maldivian maldives | ML malian mali | MT maltese malta | MX mexican
mexico | MD moldovan moldova | MN mongolian mongolia | ME montenegrin montenegro | MA moroccan morocco | MZ mozambican
mozambique | MM burmese myanmar burma | NA namibian namibia | NP nepali nepalese nepal | NI nicaraguan nicaragua | NG
nigerian nigeria | NO norwegian norway | PK pakistani pakistan | PA panamanian panama | PY paraguayan paraguay | PE
peruvian peru | PL polish poland | PT portuguese portugal | RO romanian romania | RU russian russia | RW rwandan
rwanda | SN senegalese senegal | RS serbian serbia | SG singaporean singapore | SK slovak slovakia | SI slovenian
slovenia | SO somali somalia | ES spanish spain | SD sudanese sudan | SE swedish sweden | CH swiss switzerland | SY
syrian syria | TW taiwanese taiwan | TJ tajik tajikistan | TZ tanzanian tanzania | TH thai thailand | TT trinidadian
trinidad | TN tunisian tunisia | TR turkish turkey | TM turkmen turkmenistan | UG ugandan uganda | UA ukrainian
ukraine | AE emirati | US american america us | UY uruguayan uruguay | UZ uzbek uzbekistan | VE venezuelan venezuela |
VN vietnamese vietnam | YE yemeni yemen | ZM zambian zambia | ZW zimbabwean zimbabwe | FJ fijian fiji | PS palestinian
palestine | XS scottish scotland | XW welsh wales | XC catalan catalonia | XT tibetan tibet | QA qatari qatar | KW
kuwaiti kuwait | OM omani oman | BH bahraini bahrain | CD congolese congo | CI ivorian | XX lankan korean korea
african africa zealand arabian arabia salvadoran salvador rican rica
"""
NATIONS: Mapping[str, str] = {
    word: code for row in _NATIONS.replace("\n", " ").split("|") for code, *words in [row.split()] for word in words
}
"""Word to ISO 3166 code, or one of our own for nations without a state; `XX`: it needs the word before it."""

_TWO_WORDS: Mapping[str, str] = {
    "south korean": "KR", "south korea": "KR", "north korean": "KP", "north korea": "KP", "south african": "ZA",
    "south africa": "ZA", "sri lankan": "LK", "sri lanka": "LK", "new zealand": "NZ", "saudi arabian": "SA",
    "saudi arabia": "SA", "el salvador": "SV", "costa rican": "CR", "costa rica": "CR", "south sudanese": "SS",
    "south sudan": "SS",
}  # fmt: skip
FIRST_WORDS = "|".join(sorted({name.split()[0] for name in _TWO_WORDS}))
"""With which nations of two words begin, as patterns write it."""


def nation(first: str | None, word: str) -> str:
    """Give the code of a nation; `XX` for one that is not known.

    >>> nation("south", "korean"), nation(None, "ukraine"), nation(None, "korean")
    ('KR', 'UA', 'XX')
    """
    return NATIONS.get(word, "XX") if first is None else _TWO_WORDS.get(f"{first} {word}", "XX")


_INDEPENDENCE: Mapping[str, Day] = {
    "AF": (8, 19), "AL": (11, 28), "DZ": (7, 5), "AO": (11, 11), "AR": (7, 9), "AM": (9, 21), "AZ": (10, 18),
    "BS": (7, 10), "BD": (3, 26), "BB": (11, 30), "BY": (7, 3), "BZ": (9, 21), "BO": (8, 6), "BA": (3, 1),
    "BW": (9, 30), "BR": (9, 7), "BG": (9, 22), "KH": (11, 9), "CL": (9, 18), "CO": (7, 20), "HR": (5, 30),
    "CY": (10, 1), "CZ": (10, 28), "EC": (8, 10), "EE": (2, 24), "ER": (5, 24), "FI": (12, 6), "GE": (5, 26),
    "GH": (3, 6), "GR": (3, 25), "GT": (9, 15), "GY": (5, 26), "HT": (1, 1), "HN": (9, 15), "IS": (6, 17),
    "IN": (8, 15), "ID": (8, 17), "JM": (8, 6), "JO": (5, 25), "KZ": (12, 16), "KE": (12, 12), "XK": (2, 17),
    "KG": (8, 31), "LV": (11, 18), "LB": (11, 22), "LR": (7, 26), "LY": (12, 24), "LT": (2, 16), "MG": (6, 26),
    "MW": (7, 6), "MY": (8, 31), "MV": (7, 26), "ML": (9, 22), "MT": (9, 21), "MX": (9, 16), "MD": (8, 27),
    "MN": (12, 29), "ME": (5, 21), "MA": (11, 18), "MZ": (6, 25), "MM": (1, 4), "NA": (3, 21), "NI": (9, 15),
    "NG": (10, 1), "PK": (8, 14), "PA": (11, 28), "PY": (5, 15), "PE": (7, 28), "PH": (6, 12), "PL": (11, 11),
    "RW": (7, 1), "SN": (4, 4), "SG": (8, 9), "SI": (12, 26), "SO": (7, 1), "SD": (1, 1), "SY": (4, 17), "TJ": (9, 9),
    "TZ": (12, 9), "TT": (8, 31), "TN": (3, 20), "TM": (9, 27), "UG": (10, 9), "UA": (8, 24), "US": (7, 4),
    "UY": (8, 25), "UZ": (9, 1), "VE": (7, 5), "YE": (11, 30), "ZM": (10, 24), "ZW": (4, 18), "FJ": (10, 10),
    "CR": (9, 15), "SV": (9, 15), "LK": (2, 4), "SS": (7, 9), "CD": (6, 30), "CI": (8, 7),
}  # fmt: skip
_NATIONAL: Mapping[str, Day] = {
    "AU": (1, 26), "AT": (10, 26), "BE": (7, 21), "CN": (10, 1), "FR": (7, 14), "IE": (3, 17), "HU": (8, 20),
    "NO": (5, 17), "ES": (10, 12), "SE": (6, 6), "CH": (8, 1), "PT": (6, 10), "RO": (12, 1), "SG": (8, 9),
    "TW": (10, 10), "AE": (12, 2), "QA": (12, 18), "KW": (2, 25), "OM": (11, 18), "BH": (12, 16), "SA": (9, 23),
    "IS": (6, 17), "BG": (3, 3), "DE": (10, 3), "CA": (7, 1), "VN": (9, 2), "MV": (7, 26), "XC": (9, 11),
    "XS": (11, 30), "XW": (3, 1), "GB": (4, 23),
}  # fmt: skip
_REPUBLIC: Mapping[str, Day] = {
    "IN": (1, 26), "TR": (10, 29), "IT": (6, 2), "AM": (5, 28), "KZ": (10, 25), "TN": (7, 25), "PT": (10, 5),
    "MT": (12, 13), "NP": (5, 29), "IS": (6, 17), "LT": (7, 15), "AZ": (5, 28), "MV": (11, 11), "TT": (9, 24),
    "GY": (2, 23),
}  # fmt: skip
_CONSTITUTION: Mapping[str, Day] = {
    "US": (9, 17), "JP": (5, 3), "NO": (5, 17), "DK": (6, 5), "ES": (12, 6), "PL": (5, 3), "UA": (6, 28),
    "TH": (12, 10), "KR": (7, 17), "IN": (11, 26), "KZ": (8, 30), "RU": (12, 12), "MX": (2, 5), "BY": (3, 15),
    "UZ": (12, 8), "AM": (7, 5), "SK": (9, 1), "LT": (10, 25),
}  # fmt: skip
_VICTORY: Mapping[str, Day] = {
    "RU": (5, 9),
    "TR": (8, 30),
    "BD": (12, 16),
    "FR": (5, 8),
    "BY": (5, 9),
    "KZ": (5, 9),
    "HR": (8, 5),
    "VN": (4, 30),
}
_LIBERATION: Mapping[str, Day] = {
    "IT": (4, 25), "NL": (5, 5), "KW": (2, 26), "KR": (8, 15), "BG": (3, 3), "CU": (1, 1), "DK": (5, 5), "NO": (5, 8),
    "CZ": (5, 8),
}  # fmt: skip
_VETERANS: Mapping[str, Day | DayIn] = {
    "NO": (5, 8), "DK": (9, 5), "NL": (6, 29), "US": MOVABLE["veterans|veterans'|veteran's day"][0],
}  # fmt: skip
_LABOUR: Mapping[str, Day | DayIn] = {
    **dict.fromkeys(
        "CN IN DE FR IT ES PT GR RU UA PL CZ SK HU AT BE SE FI NO TR MX BR AR CL CO PE CU VN TH PH MY SG ID BD PK LK"
        " ZA KE NG GH EG MA GB".split(),
        (5, 1),
    ),
    **dict.fromkeys(("US", "CA"), since(1894, nth(9, 1, 1))),
    "NZ": nth(10, 1, 4),
}
_THANKSGIVING: Mapping[str, Day | DayIn] = {
    "CA": since(1957, nth(10, 1, 2)),
    "US": MOVABLE["thanksgiving"][0],
    "LR": nth(11, 4, 1),
}
_MOTHERS: Mapping[str, Day | DayIn] = {
    "GB": moved(easter, -21), "IE": moved(easter, -21), "MX": (5, 10), "TH": (8, 12), "ES": nth(5, 7, 1),
    "PT": nth(5, 7, 1), "PL": (5, 26),
    **dict.fromkeys("US CA AU NZ IN DE IT BE NL CH AT FI GR JP CN TR BR PH MY SG ZA".split(), nth(5, 7, 2)),
}  # fmt: skip
_FATHERS: Mapping[str, Day | DayIn] = {
    "AU": nth(9, 7, 1), "NZ": nth(9, 7, 1), "IT": (3, 19), "ES": (3, 19), "PT": (3, 19), "DE": moved(easter, 39),
    "TH": (12, 5),
    **dict.fromkeys("US CA GB IE IN FR NL JP MX CN TR GR PH MY SG ZA".split(), nth(6, 7, 3)),
}  # fmt: skip

NATIONAL_DAYS: Mapping[str, Mapping[str, Day | DayIn]] = {
    "independence day": _INDEPENDENCE, "national day": _NATIONAL, "republic day": _REPUBLIC,
    "constitution day": _CONSTITUTION, "victory day": _VICTORY, "liberation day": _LIBERATION,
    "memorial day": {"KR": (6, 6), "BR": (11, 2), "US": MOVABLE["memorial day"][0]},
    "remembrance day": dict.fromkeys(("CA", "GB", "AU", "NZ", "ZA", "IE"), (11, 11)),
    "veterans|veterans'|veteran's day": _VETERANS, "labor|labour day": _LABOUR, "thanksgiving day?": _THANKSGIVING,
    "mother's|mothers' day": _MOTHERS, "father's|fathers' day": _FATHERS,
}  # fmt: skip
"""Pattern of the name to the day on which each nation keeps it."""
