"""Feasts of the world that follow the Islamic, Hebrew, Chinese, Hindu and other calendars."""

from __future__ import annotations

from timeline.calculus.instants import Instant
from timeline.languages.calendars import hebrew_new_year
from timeline.languages.en.movable import DayIn, fixed, moved, since
from timeline.languages.observances import MonthAndDay, observed_in

__all__ = ["FESTIVALS", "NEW_YEARS", "tet"]

_INDIAN = range(2001, 2036)
"""The years for which the library tells the Hindu calendar."""


def _india(name: str) -> DayIn:
    return observed_in("IN", name, years=_INDIAN)


def _first_known(*days: DayIn) -> DayIn:
    """Give the first day that is known."""
    return lambda year: next((found for each in days if (found := each(year)) is not None), None)


def _hebrew(days: int) -> DayIn:
    """Give the day so many days from the Rosh Hashanah that falls in a year; with a negative number before it."""

    def day_in(year: int) -> MonthAndDay:
        return Instant(hebrew_new_year(year + 3_761) + days).date[1:]

    return day_in


def _hanukkah(year: int) -> MonthAndDay:
    """Give the 25th of Kislev."""
    first, last = (hebrew_new_year(each) for each in (year + 3_761, year + 3_762))
    return Instant(first + 83 + (last - first in {355, 385})).date[1:]  # years in which the month before is long


def _tu_bishvat(year: int) -> MonthAndDay:
    """Give the 15th of Shevat: so many days before the end of a year as the months after it have."""
    first, last = (hebrew_new_year(each) for each in (year + 3_760, year + 3_761))
    return Instant(last - (222 if last - first < 380 else 252)).date[1:]


def _put_off(days: int, shifts: dict[int, int]) -> DayIn:
    """Give a day counted from Rosh Hashanah that moves where it falls on some ISO weekdays."""

    def day_in(year: int) -> MonthAndDay:
        usual = Instant(hebrew_new_year(year + 3_761) + days)
        return Instant(usual.ordinal + shifts.get(usual.weekday, 0)).date[1:]

    return day_in


_haatzmaut = since(1949, _put_off(-143, {5: -1, 6: -2, 1: 1}))
_new_year_of_china = observed_in("CN", "Chinese New Year (Spring Festival)")
_ramadan = observed_in("MV", "First Day of Ramadan")
_fitr = observed_in("SG", "Eid al-Fitr")
_adha = observed_in("SG", "Eid al-Adha")
_mawlid = observed_in("MA", "Prophet's Birthday")
_diwali = _first_known(_india("Diwali"), observed_in("SG", "Diwali"))
_nowruz = _first_known(observed_in("IR", "Nowruz"), fixed(3, 21))
_vesak = observed_in("SG", "Vesak Day")
tet = observed_in("VN", "Lunar New Year")
_losar = observed_in("BT", "Losar")
_tamil = fixed(4, 14)


def _ethiopian(month: int, day: int) -> DayIn:
    """Give a day that is a day later before a leap year."""
    return lambda year: (month, day + (year % 4 == 3))


_enkutatash = _ethiopian(9, 11)

FESTIVALS: dict[str, tuple[DayIn, int, str]] = {
    # Islamic
    "ramadan|ramadhan|ramzan|ramazan": (_ramadan, 30, "2022-04-02"),
    "eid|id -? al|ul|el -? fitr": (_fitr, 1, "2022-05-03"),
    "eidul|idul fitr": (_fitr, 1, "2022-05-03"),
    "hari raya aidilfitri|puasa": (_fitr, 1, "2022-05-03"),
    "lebaran": (_fitr, 1, "2022-05-03"),
    "eid|id -? al|ul|el -? adha|azha|zuha": (_adha, 1, "2022-07-10"),
    "eidul|idul adha|azha": (_adha, 1, "2022-07-10"),
    "hari raya haji": (_adha, 1, "2022-07-10"),
    "bakrid": (_adha, 1, "2022-07-10"),
    "bakr|bakri|bakra -? eid": (_adha, 1, "2022-07-10"),
    "feast|festival of the? sacrifice": (_adha, 1, "2022-07-10"),
    "sacrifice feast": (_adha, 1, "2022-07-10"),
    "kurban bayram|bayrami|bayramı": (_adha, 1, "2022-07-10"),
    "ashura": (observed_in("IR", "Ashura"), 1, "2022-08-08"),
    "mawlid|maulid|milad [ al|un|an - nabi|nabawi ]": (_mawlid, 1, "2022-10-08"),
    "eid -? e -? milad": (_mawlid, 1, "2022-10-08"),
    "prophet muhammad|mohammed|mohammad? ' s birthday": (_mawlid, 1, "2022-10-08"),
    "night of power": (moved(_ramadan, 26), 1, "2022-04-28"),
    "laylat al -? qadr|kadr": (moved(_ramadan, 26), 1, "2022-04-28"),
    "isra and|wal [ mi ' ] miraj|raj": (observed_in("BN", "Isra' and Mi'raj"), 1, "2022-02-28"),
    # Hebrew
    "rosh hashanah|hashana": (_hebrew(0), 2, "2022-09-26"),
    "yom kippur": (_hebrew(9), 1, "2022-10-05"),
    "sukkot|sukkoth|succot|succoth|sukkos|succos": (_hebrew(14), 7, "2022-10-10"),
    "shemini atzeret": (_hebrew(21), 1, "2022-10-17"),
    "simchat|simhat torah": (_hebrew(21), 1, "2022-10-17"),
    "hanukkah|chanukah|hanukah|chanukkah|hannukah|hannukkah": (_hanukkah, 8, "2022-12-19"),
    "tu [ b ' ] bishvat|shevat|shvat|bshvat": (_tu_bishvat, 1, "2022-01-17"),
    "purim": (_hebrew(-193), 1, "2022-03-17"),
    "passover|pesach": (_hebrew(-163), 7, "2022-04-16"),
    "yom [ ha ' ] hashoah|shoah": (since(1959, _put_off(-151, {5: -1, 7: 1})), 1, "2022-04-28"),
    "yom hazikaron": (moved(_haatzmaut, -1), 1, "2022-05-04"),
    "yom [ ha ' ] haatzmaut|atzmaut": (_haatzmaut, 1, "2022-05-05"),
    "lag [ b|ba ' ] baomer|omer": (_hebrew(-130), 1, "2022-05-19"),
    "shavuot|shavuos|shavuoth": (_hebrew(-113), 1, "2022-06-05"),
    "tisha [ b ' ] bav|av": (_put_off(-51, {6: 1}), 1, "2022-08-07"),
    # Hindu, Sikh, Jain, Zoroastrian
    "diwali|deepavali|divali|deepawali": (_diwali, 1, "2022-10-24"),
    "dhanteras": (moved(_diwali, -2), 1, "2022-10-22"),
    "holi": (_india("Holi"), 1, "2022-03-18"),
    "holika dahan": (_india("Holika Dahan"), 1, "2022-03-17"),
    "dussehra|dusshera|vijayadashami": (_india("Dussehra"), 1, "2022-10-05"),
    "onam|thiruvonam": (_india("Onam"), 1, "2022-09-08"),
    "maha? shivaratri|shivratri|sivaratri": (_india("Maha Shivaratri"), 1, "2022-03-01"),
    "raksha bandhan": (_india("Raksha Bandhan"), 1, "2022-08-11"),
    "ganesh|ganesha|vinayaka chaturthi": (_india("Ganesh Chaturthi / Vinayak Chaturthi"), 1, "2022-08-31"),
    "krishna? janmashtami|gokulashtami": (_india("Janmashtami (Vaishnava)"), 1, "2022-08-19"),
    "ram|rama navami": (_india("Ram Navami"), 1, "2022-04-10"),
    "ugadi|yugadi": (_india("Ugadi"), 1, "2022-04-02"),
    "gudi padwa": (_india("Gudi Padwa"), 1, "2022-04-02"),
    "pongal": (_india("Pongal"), 1, "2022-01-14"),
    "bogi|bhogi pandigai": (moved(_india("Pongal"), -1), 1, "2022-01-13"),
    "makar|makara sankranti|sankranthi": (_india("Makar Sankranti"), 1, "2022-01-14"),
    "vaisakhi|baisakhi": (_india("Vaisakhi"), 1, "2022-04-14"),
    "bhai dooj|duj": (_india("Bhai Duj"), 1, "2022-10-26"),
    "karva|karwa chauth": (_india("Karaka Chaturthi (Karwa Chouth)"), 1, "2022-10-13"),
    "chhath puja": (_india("Pratihar Shashthi or Surya Shashthi (Chhath Puja)"), 1, "2022-10-30"),
    "guru nanak jayanti|gurpurab": (_india("Guru Nanak's Birthday"), 1, "2022-11-08"),
    "mahavir|mahavira jayanti": (_india("Mahavira's Birthday"), 1, "2022-04-14"),
    "valmiki jayanti": (_india("Maharishi Valmiki's Birthday"), 1, "2022-10-09"),
    "pargat diwas": (_india("Maharishi Valmiki's Birthday"), 1, "2022-10-09"),
    "rabindra jayanti": (_india("Guru Rabindranath's Birthday"), 1, "2022-05-09"),
    "gandhi jayanti": (since(1948, fixed(10, 2)), 1, "2022-10-02"),
    "thaipusam": (observed_in("MU", "Thaipusam"), 1, "2022-01-18"),
    "nowruz|norouz|nowrouz|norooz|navroz|navruz|nauryz|newroz": (_nowruz, 1, "2022-03-21"),
    # Buddhist and of East Asia
    "vesak|wesak day?": (_vesak, 1, "2022-05-15"),
    "buddha day": (_vesak, 1, "2022-05-15"),
    "buddha purnima|jayanti": (_india("Buddha Purnima"), 1, "2022-05-16"),
    "buddha's birthday": (observed_in("KR", "Buddha's Birthday"), 1, "2022-05-08"),
    "makha bucha": (observed_in("TH", "Makha Bucha"), 1, "2022-02-16"),
    "songkran": (fixed(4, 13), 3, "2022-04-13"),
    "losar": (_losar, 1, "2022-03-03"),
    "chinese|lunar new year's|years eve": (moved(_new_year_of_china, -1), 1, "2022-01-31"),
    "chinese lunar new year [ ' s day ]": (_new_year_of_china, 1, "2022-02-01"),
    "lunar|chinese new year [ ' s day ]": (_new_year_of_china, 1, "2022-02-01"),
    "spring festival": (_new_year_of_china, 1, "2022-02-01"),
    "tet festival|holiday|holidays": (tet, 1, "2022-02-01"),
    "seollal": (observed_in("KR", "Korean New Year"), 1, "2022-02-01"),
    "qingming festival?": (observed_in("HK", "Tomb-Sweeping Day"), 1, "2022-04-05"),
    "tomb -? sweeping day": (observed_in("HK", "Tomb-Sweeping Day"), 1, "2022-04-05"),
    "dragon boat festival": (observed_in("HK", "Dragon Boat Festival"), 1, "2022-06-03"),
    "mid -? autumn festival": (observed_in("TW", "Mid-Autumn Festival"), 1, "2022-09-10"),
    "chuseok": (observed_in("KR", "Chuseok"), 1, "2022-09-10"),
    "double ninth festival": (observed_in("HK", "Double Ninth Festival"), 1, "2022-10-04"),
    "chung yeung festival?": (observed_in("HK", "Double Ninth Festival"), 1, "2022-10-04"),
    # Ethiopian
    "enkutatash": (_enkutatash, 1, "2022-09-11"),
    "meskel": (_ethiopian(9, 27), 1, "2022-09-27"),
    "timkat": (fixed(1, 19), 1, "2022-01-19"),
}
"""Pattern of the name to the day on which it begins in a year, its length in days, and an example of that day."""

NEW_YEARS: dict[str, tuple[DayIn, str]] = {
    "persian|iranian|kurdish|afghan|bahai": (_nowruz, "2022-03-21"),
    "parsi|shahenshahi": (observed_in("IN", "Parsi New Year"), "2022-08-16"),
    "tibetan": (_losar, "2022-03-03"),
    "jewish|hebrew": (_hebrew(0), "2022-09-26"),
    "islamic|muslim|hijri|arabic": (observed_in("MV", "Islamic New Year"), "2022-07-30"),
    "thai|khmer|cambodian|lao|laotian": (fixed(4, 13), "2022-04-13"),
    "tamil|sinhalese|sinhala|bengali": (_tamil, "2022-04-14"),
    "korean": (observed_in("KR", "Korean New Year"), "2022-02-01"),
    "vietnamese": (tet, "2022-02-01"),
    "ethiopian|coptic": (_enkutatash, "2022-09-11"),
    "orthodox|julian": (since(1901, fixed(1, 14)), "2022-01-14"),
    "assyrian": (fixed(4, 1), "2022-04-01"),
    "telugu|kannada": (_india("Ugadi"), "2022-04-02"),
    "marathi": (_india("Gudi Padwa"), "2022-04-02"),
    "western|gregorian": (fixed(1, 1), "2022-01-01"),
}
"""Whose new year it is, to the day on which it begins in a year, and an example of that day."""
