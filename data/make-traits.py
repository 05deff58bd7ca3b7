#!/usr/bin/env python3
"""make-traits.py: writes data/traits.tsv out of the Debian package unicode-data.

For maintainers only: the table is checked in. Run it in the folder of the sources: python3 data/make-traits.py
"""
import re

UNICODE = "/usr/share/unicode/"
LAST = 0x10FFFF
HEAD = """\
# What setting text on cells must know of each code point: FIRST..LAST, line, grapheme, width, drawn, clreq, parted by TAB.
# Made by data/make-traits.py; code points that are not listed are AL Other A no -.
# line      Line_Break (UAX #14) with LB1 done, but for AI; OPW and CPW are the wide ones of OP and CP (LB30), XP a picture that is
#           not assigned yet (LB30b).
# grapheme  Grapheme_Cluster_Break (UAX #29), and Pict for Extended_Pictographic
# width     cells of what is drawn: 1, 2, or A where terminals differ (UAX #11 Ambiguous). What is not drawn shows a mark, U+FFFD.
# drawn     yes; mark: on top of what is before it; steer: draws nothing, but steers how its neighbours are drawn; no
# clreq     begin: may not begin a line; end: may not end one; dash: may not begin one at the strict level; hang: may hang at its end
#           (W3C, Requirements for Chinese Text Layout, 3.1.4 to 3.1.6, and the same marks in ASCII)
# Source: Unicode Character Database 15.0.0, LineBreak, GraphemeBreakProperty, emoji-data, EastAsianWidth, UnicodeData
# (Unicode License v3, (c) Unicode, Inc., https://www.unicode.org/license.txt); clreq by ourselves.
"""
BEGIN = ("、。，．：；！？,.;:!?)]}%»）］｝｠〕〉》」』】〗〙〛⦆⟩’”〞〟·•‧・･‐‑–－～〜／％‰℃°′″々〻")
END = "([{«（［｛｟〔〈《「『【〖〘〚⦅⟨“‘〝＄$¥￥￡£€§№"
DASH = "—―⸺…‥⋯"
HANG = "，。、；：！？,.;:!?"


def ranges(path, column=1):
    """The rows FIRST..LAST ; VALUE of a file of the database."""
    for line in open(UNICODE + path, encoding="utf-8"):
        missing = re.match(r"# @missing: (\S+) *; *(\S+)", line)
        field = (missing.group(1), missing.group(2)) if missing else [f.strip() for f in line.split("#")[0].split(";")]
        if len(field) > column and field[0]:
            first, _, last = field[0].partition("..")
            yield int(first, 16), int(last or first, 16), field[column]


def values(path, default):
    """The value of each code point; defaults come first in the file or are given here."""
    of = [default] * (LAST + 1)
    for first, last, value in ranges(path):
        of[first:last + 1] = [value] * (last + 1 - first)
    return of


def categories():
    of, start = ["Cn"] * (LAST + 1), None
    for line in open(UNICODE + "UnicodeData.txt", encoding="utf-8"):
        field = line.split(";")
        c = int(field[0], 16)
        if field[1].endswith("First>"):
            start = c
        for i in range(start if field[1].endswith("Last>") else c, c + 1):
            of[i] = field[2]
    return of


def spread(text):
    return {ord(c) for c in text}


line = values("LineBreak.txt", "XX")
for first, last in (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD), \
        (0x1F000, 0x1FAFF), (0x1FC00, 0x1FFFD):
    line[first:last + 1] = ["ID" if v == "XX" else v for v in line[first:last + 1]]
line[0x20A0:0x20D0] = ["PR" if v == "XX" else v for v in line[0x20A0:0x20D0]]
width = values("EastAsianWidth.txt", "N")
grapheme = values("auxiliary/GraphemeBreakProperty.txt", "Other")
category = categories()
pictures = set()
for first, last, value in ranges("emoji/emoji-data.txt"):
    if value == "Extended_Pictographic":
        pictures.update(range(first, last + 1))

# What draws nothing though its category is a letter's or a mark's (Default_Ignorable_Code_Point).
invisible = {0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0, *range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0000, 0xE1000)}
steering = {0x34F, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x200C, 0x200D, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}
jamo = {*range(0x1161, 0x1200), *range(0xD7B0, 0xD7FC)}
sets = ("begin", spread(BEGIN)), ("end", spread(END)), ("dash", spread(DASH)), ("hang", spread(HANG))


def line_of(c):
    v = line[c]
    if v == "SA":
        v = "CM" if category[c] in ("Mn", "Mc") else "AL"
    v = {"SG": "AL", "XX": "AL", "CJ": "NS"}.get(v, v)
    if v in ("OP", "CP") and width[c] in "FWH":
        v += "W"
    if c in pictures and category[c] == "Cn":
        v = "XP"
    return v


def drawn_of(c):
    if c in steering:
        return "steer"
    if c in invisible or category[c] in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
        return "no"
    return "mark" if category[c] in ("Mn", "Me") or c in jamo else "yes"


def width_of(c, drawn):
    if c == 9 or c < 0x20 or c == 0x7F:  # a blank, or the picture of a control
        return "1"
    if drawn != "yes":
        return "A"
    return {"W": "2", "F": "2", "A": "A"}.get(width[c], "1")


def traits(c):
    drawn = drawn_of(c)
    cluster = "Pict" if c in pictures and grapheme[c] == "Other" else grapheme[c]
    clreq = "+".join(name for name, members in sets if c in members) or "-"
    return line_of(c), cluster, width_of(c, drawn), drawn, clreq


with open("data/traits.tsv", "w", encoding="utf-8") as out:
    out.write(HEAD)
    first, last = 0, traits(0)
    for c in range(1, LAST + 2):
        now = traits(c) if c <= LAST else None
        if now != last:
            if last != ("AL", "Other", "A", "no", "-"):
                out.write("%04X..%04X\t%s\n" % (first, c - 1, "\t".join(last)))
            first, last = c, now
