#!/usr/bin/env python3
"""make-variants.py: writes data/variants.tsv out of the Debian packages libopencc-data, opencc and unicode-data.

For maintainers only: the table is checked in. Run it in the folder of the sources: python3 data/make-variants.py
"""
import bz2
import subprocess
import tempfile

OPENCC = "/usr/share/opencc/TSCharacters.ocd2"
UNIHAN = "/usr/share/unicode/Unihan_Variants.txt.bz2"
OURS = "著着瞭了覆复藉借"  # both are right in simplified text (著名, 看着), where traditional text has but one: alike for a search
HEAD = """\
# Traditional characters and their simplified ones, one to one, for comparing texts: traditional TAB simplified.
# Made by data/make-variants.py; where a character has several simplified ones the first, most usual one stands here.
# Sources: OpenCC 1.1.6, TSCharacters (Apache License 2.0, (c) 2010-2022 BYVoid and contributors, https://github.com/BYVoid/OpenCC);
# what it lacks from the Unicode Han Database 15.0, kSimplifiedVariant, where the simplified character is in the Basic
# Multilingual Plane (Unicode License v3, (c) Unicode, Inc., https://www.unicode.org/license.txt); and four pairs of our own (著 瞭 覆 藉).
"""


def opencc():
    with tempfile.NamedTemporaryFile() as out:
        subprocess.run(["opencc_dict", "-i", OPENCC, "-o", out.name, "-f", "ocd2", "-t", "text"], check=True)
        for line in open(out.name, encoding="utf-8"):
            traditional, targets = line.rstrip("\n").split("\t")
            yield traditional, targets.split(" ")[0]


def unihan():
    for line in bz2.open(UNIHAN, "rt", encoding="utf-8"):
        field = line.rstrip("\n").split("\t")
        if len(field) == 3 and field[1] == "kSimplifiedVariant":
            yield chr(int(field[0][2:], 16)), [chr(int(t[2:].split("<")[0], 16)) for t in field[2].split()]


table = {t: s for t, s in opencc() if len(t) == len(s) == 1}
for t, targets in unihan():
    if t not in table and t not in targets and targets and ord(targets[0]) <= 0xFFFF:
        table[t] = targets[0]
table.update(zip(OURS[::2], OURS[1::2]))
table = {t: s for t, s in table.items() if t != s}
for t in table:  # a target is itself simplified: no chains, no circles
    seen = {t}
    while table[t] in table and table[table[t]] not in seen:
        seen.add(table[t])
        table[t] = table[table[t]]
table = {t: s for t, s in table.items() if s not in table}
with open("data/variants.tsv", "w", encoding="utf-8") as out:
    out.write(HEAD)
    for t in sorted(table):
        out.write("%s\t%s\n" % (t, table[t]))
