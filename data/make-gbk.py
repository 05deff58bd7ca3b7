#!/usr/bin/env python3
"""make-gbk.py: writes data/gbk.tsv, the characters of GBK's byte pairs.

For maintainers only: the table is checked in. Run it in the folder of the sources: python3 data/make-gbk.py
"""
HEAD = """\
# The characters of the byte pairs of GBK (GB 18030's two bytes): lead byte TAB the characters of the trail bytes 40 to FE.
# A blank stands where there is none, or one of the user's zones, which print nothing.
# Made by data/make-gbk.py from Python's gb18030 codec; the code itself is the Chinese standard GB 18030.
"""


def char(lead, trail):
    try:
        c = bytes((lead, trail)).decode("gb18030")
    except UnicodeDecodeError:
        return " "
    return " " if len(c) != 1 or 0xE000 <= ord(c) <= 0xF8FF or ord(c) > 0xFFFF or c.isspace() and c != "\u3000" else c


with open("data/gbk.tsv", "w", encoding="utf-8") as table:
    table.write(HEAD)
    for lead in range(0x81, 0xFF):
        table.write("%02X\t%s\n" % (lead, "".join(char(lead, trail) for trail in range(0x40, 0xFF))))
