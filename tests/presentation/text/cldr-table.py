#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Daybook developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What numbers, money and days look like in many locales, worked out from CLDR's own data.

usage: cldr-table.py FOLDER > cldr-42.tsv

FOLDER holds the three packages of CLDR's JSON, unpacked, each in a folder of its name:

    for package in cldr-core cldr-numbers-full cldr-dates-full; do
      mkdir -p FOLDER/$package
      tar xzf $(npm pack $package@42.0.0) --strip-components=1 -C FOLDER/$package
    done

Nothing of ICU's is used: the patterns are applied here, as the Unicode standard for locale data
(UTS 35) describes them, so that the table can disagree with ICU. There is a table of CLDR 42, which
the oldest ICU that Daybook is built with is made of (72), and one of CLDR 46 (ICU 76).

A line begins with what it is about:

    money     locale, currency, minor units, with the symbol, alone, alone without groups
    count     locale, how many, as it is written
    day       locale, day, medium, without the year, on an axis, numeric, numeric in the locale's
              own digits, in full
    time      locale, second of the epoch, day and time in UTC
    decimals  currency, how many

Characters that cannot be seen are written as \\uXXXX. The minus is CLDR's; Daybook has its own.
"""

import datetime
import json
import os
import re
import sys
import unicodedata

LOCALES = ("en_001", "en_US", "en_IN", "de_DE", "de_CH", "de_AT", "fr_FR", "fr_CH", "es_ES",
           "pt_BR", "ar_EG", "ar_AE", "ja_JP", "hi_IN", "sv_SE", "he_IL", "fa_IR")
MONEY = (("EUR", 124005), ("EUR", -124005), ("EUR", 123456789), ("EUR", -5), ("JPY", -1234567),
         ("KWD", 1234567), ("TND", -5))
COUNTS = (0, 999, 2500, 1234567)
DAYS = ("2026-11-23", "2026-01-03", "2024-02-29", "1999-12-31", "2026-05-01", "2026-08-09")
TIMES = (1795442709, 1767225540)
CURRENCIES = ("EUR", "JPY", "KWD", "TND", "CHF", "USD", "VND", "BHD")


def read(*path):
    with open(os.path.join(sys.argv[1], *path), encoding="utf-8") as file:
        return json.load(file)


def visible(text):
    return "".join("\\u%04X" % ord(c) if unicodedata.category(c) in ("Cf", "Zs") and c != " "
                   else c for c in text)


def put(*fields):
    print("\t".join(visible(str(field)) for field in fields))


class Locale:
    """What CLDR says of one; a country that is not named is the language's own."""

    def __init__(self, name):
        folder = name.replace("_", "-")
        if not os.path.isdir(os.path.join(sys.argv[1], "cldr-numbers-full", "main", folder)):
            folder = folder.split("-")[0]
        numbers = read("cldr-numbers-full", "main", folder, "numbers.json")
        self.numbers = numbers["main"][folder]["numbers"]
        names = read("cldr-numbers-full", "main", folder, "currencies.json")
        self.currencies = names["main"][folder]["numbers"]["currencies"]
        dates = read("cldr-dates-full", "main", folder, "ca-gregorian.json")
        self.dates = dates["main"][folder]["dates"]["calendars"]["gregorian"]
        self.system = self.numbers["defaultNumberingSystem"]
        systems = read("cldr-core", "supplemental", "numberingSystems.json")
        self.digits = systems["supplemental"]["numberingSystems"][self.system]["_digits"]
        self.symbols = self.numbers["symbols-numberSystem-" + self.system]
        self.min_grouping = int(self.numbers["minimumGroupingDigits"])

    def native(self, text):
        return "".join(self.digits[int(c)] if c in "0123456789" else c for c in text)


def group(digits, sizes, mark, min_grouping):
    """Groups of the last size, and before that of the one before."""
    last, others = sizes[-1], sizes[0]
    if not mark or len(digits) < last + min_grouping:
        return digits
    parts, rest = [digits[-last:]], digits[:-last]
    while rest:
        parts.insert(0, rest[-others:])
        rest = rest[:-others]
    return mark.join(parts)


def number(locale, pattern, minor, decimals, money=False, grouped=True):
    """The figures alone, without a sign; only the pattern's groups count."""
    whole = pattern.split(".")[0]
    sizes = [len(part) for part in whole.split(",")[1:]][-2:]
    mark = locale.symbols["group"]
    point = locale.symbols["decimal"]
    if money:
        mark = locale.symbols.get("currencyGroup", mark)
        point = locale.symbols.get("currencyDecimal", point)
    digits = str(abs(minor)).rjust(decimals + 1, "0")
    before, behind = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, "")
    if grouped and sizes:
        before = group(before, sizes, mark, locale.min_grouping)
    return locale.native(before) + (point + locale.native(behind) if behind else "")


def split(pattern):
    """Prefix, figures and suffix of a pattern without quotation."""
    match = re.fullmatch(r"([^#0]*)([#0,.]+)([^#0]*)", pattern)
    return match.groups()


def choose(locale, pattern, negative):
    """The part of a pattern for a sign, with the locale's minus in its place."""
    positive, _, other = pattern.partition(";")
    if negative:
        prefix, figures, suffix = split(other or "-" + positive)
        minus = locale.symbols["minusSign"]
        return prefix.replace("-", minus), split(positive)[1], suffix.replace("-", minus)
    return split(positive)


def is_apart(c):
    """CLDR's [[:^S:]&[:^Z:]]: no symbol and no blank, so that it needs one beside a digit."""
    return unicodedata.category(c)[0] not in "SZ"


def with_symbol(locale, minor, currency, decimals):
    formats = locale.numbers["currencyFormats-numberSystem-" + locale.system]
    symbol = locale.currencies[currency].get("symbol", currency)
    prefix, figures, suffix = choose(locale, formats["standard"], minor < 0)
    spacing = formats["currencySpacing"]
    for side in ("beforeCurrency", "afterCurrency"):
        assert spacing[side]["currencyMatch"] == "[[:^S:]&[:^Z:]]", spacing
        assert spacing[side]["surroundingMatch"] == "[:digit:]", spacing
    if prefix.endswith("¤") and is_apart(symbol[-1]):
        prefix += spacing["afterCurrency"]["insertBetween"]
    if suffix.startswith("¤") and is_apart(symbol[0]):
        suffix = spacing["beforeCurrency"]["insertBetween"] + suffix
    text = prefix + number(locale, figures, minor, decimals, money=True) + suffix
    return text.replace("¤", symbol)


def alone(locale, minor, decimals, grouped=True):
    pattern = locale.numbers["decimalFormats-numberSystem-" + locale.system]["standard"]
    prefix, figures, suffix = choose(locale, pattern, minor < 0)
    return prefix + number(locale, figures, minor, decimals, grouped=grouped) + suffix


def name_of(locale, kind, width, standing, key):
    return locale.dates[kind]["stand-alone" if standing else "format"][width][key]


def field(locale, letters, when, native):
    """One field of a date's pattern: its letter says which, how often it stands there, how."""
    letter, n = letters[0], len(letters)
    figures = None
    if letter == "y":
        figures = "%02d" % (when.year % 100) if n == 2 else str(when.year).rjust(n, "0")
    elif letter in "ML":
        if n > 2:
            width = {3: "abbreviated", 4: "wide"}[n]
            return name_of(locale, "months", width, letter == "L", str(when.month))
        figures = str(when.month).rjust(n, "0")
    elif letter in "dHhms":
        figures = {"d": when.day, "H": when.hour, "h": (when.hour + 11) % 12 + 1,
                   "m": when.minute, "s": when.second}[letter]
        figures = str(figures).rjust(n, "0")
    elif letter == "a":
        half = "am" if when.hour < 12 else "pm"
        return name_of(locale, "dayPeriods", "abbreviated", False, half)
    assert figures is not None, letters
    return locale.native(figures) if native else figures


def apply(locale, pattern, when, native=True):
    if isinstance(pattern, dict):
        pattern = pattern["_value"]
    text = ""
    for match in re.finditer(r"'((?:[^']|'')*)'|([a-zA-Z])\2*|[^a-zA-Z']", pattern):
        if match.group(2):
            text += field(locale, match.group(0), when, native)
        elif match.group(1) is not None:
            text += match.group(1).replace("''", "'") or "'"
        else:
            text += match.group(0)
    return text


def put_money(name, locale, fractions):
    for currency, minor in MONEY:
        decimals = int(fractions.get(currency, fractions["DEFAULT"])["_digits"])
        put("money", name, currency, minor, with_symbol(locale, minor, currency, decimals),
            alone(locale, minor, decimals), alone(locale, minor, decimals, grouped=False))


def put_days(name, locale):
    formats = locale.dates["dateFormats"]
    skeletons = locale.dates["dateTimeFormats"]["availableFormats"]
    for iso in DAYS:
        when = datetime.datetime.fromisoformat(iso)
        axis = skeletons["y" if when.month == 1 else "MMM"]
        put("day", name, iso, apply(locale, formats["medium"], when),
            apply(locale, skeletons["MMMd"], when), apply(locale, axis, when),
            apply(locale, formats["short"], when, native=False),
            apply(locale, formats["short"], when), apply(locale, formats["long"], when))
    for second in TIMES:
        when = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=second)
        # A moment, not a day with something to add: UTS 35 has a form for each.
        glue = locale.dates["dateTimeFormats-atTime"]["standard"]["medium"]
        day = apply(locale, formats["medium"], when)
        time = apply(locale, locale.dates["timeFormats"]["short"], when)
        put("time", name, second, apply(locale, glue, when).replace("{1}", day)
            .replace("{0}", time))


def main():
    version = read("cldr-core", "package.json")["version"]
    fractions = read("cldr-core", "supplemental", "currencyData.json")
    fractions = fractions["supplemental"]["currencyData"]["fractions"]
    print("# SPDX-FileCopyrightText: 2026 The Daybook developers")
    print("# SPDX-License-Identifier: GPL-3.0-or-later")
    print("# Made by cldr-table.py, which says how, from CLDR %s. Not to be edited." % version)
    for currency in CURRENCIES:
        put("decimals", currency, fractions.get(currency, fractions["DEFAULT"])["_digits"])
    for name in LOCALES:
        locale = Locale(name)
        put_money(name, locale, fractions)
        for count in COUNTS:
            put("count", name, count, alone(locale, count, 0))
        put_days(name, locale)


if __name__ == "__main__":
    main()
