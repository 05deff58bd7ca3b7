#!/usr/bin/env python3
"""make-readings.py: writes data/readings.tsv out of the Debian package unicode-data.

For maintainers only: the table is checked in. Run it in the folder of the sources: python3 data/make-readings.py
"""
import bz2
import re
import unicodedata

UNIHAN = "/usr/share/unicode/Unihan_Readings.txt.bz2"
FIELDS = ["kTGHZ2013", "kMandarin", "kHanyuPinlu", "kXHC1983", "kHanyuPinyin"]  # the last only where the others have none
MOST = 5  # readings kept of one character; what dictionaries of old characters add beyond them is left out
HEAD = """\
# Toneless Mandarin readings (pinyin, v for u with two dots) of the Han characters U+4E00 to U+9FFF, any reading, usual ones first:
# character TAB readings. Made by data/make-readings.py out of the Unicode Han Database 15.0: kTGHZ2013, kMandarin, kHanyuPinlu,
# kXHC1983, in this order, and kHanyuPinyin where these have none (Unicode License v3, (c) Unicode, Inc.,
# https://www.unicode.org/license.txt).
"""


def toneless(syllable):
    plain = unicodedata.normalize("NFD", syllable.lower()).replace("u\u0308", "v")
    return re.sub("[^a-z]", "", plain)


def syllables(field, value):
    for item in value.split():
        item = item.split(":")[-1]
        for syllable in item.split(","):
            yield toneless(re.sub(r"\(.*", "", syllable))


found = {}
for line in bz2.open(UNIHAN, "rt", encoding="utf-8"):
    part = line.rstrip("\n").split("\t")
    if len(part) == 3 and part[1] in FIELDS:
        c = int(part[0][2:], 16)
        if 0x4E00 <= c <= 0x9FFF:
            found.setdefault(c, {})[part[1]] = list(syllables(part[1], part[2]))
with open("data/readings.tsv", "w", encoding="utf-8") as out:
    out.write(HEAD)
    for c in sorted(found):
        usual = [s for f in FIELDS[:-1] for s in found[c].get(f, [])]
        merged = list(dict.fromkeys(s for s in usual or found[c]["kHanyuPinyin"] if s))
        out.write("%s\t%s\n" % (chr(c), " ".join(merged[:MOST])))
