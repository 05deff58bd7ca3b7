#!/usr/bin/env python3
"""make-traditional.py: writes data/traditional.tsv out of the Debian packages libopencc-data and opencc.

For maintainers only: the table is checked in. Run it in the folder of the sources: python3 data/make-traditional.py
"""
import subprocess
import tempfile

OPENCC = "/usr/share/opencc/"
HEAD = """\
# Simplified characters and the most usual traditional one of each, to show a simplified text in traditional characters where OpenCC,
# which goes by phrases (头发 is 頭髮, 发展 is 發展), is not installed: simplified TAB traditional. Made by data/make-traditional.py.
# Of several forms the one usual in Taiwan: 為 and 群眾, not 爲 and 羣衆, as OpenCC's s2tw has it.
# Source: OpenCC 1.1.6, STCharacters and TWVariants (Apache License 2.0, (c) 2010-2022 BYVoid and contributors, https://github.com/BYVoid/OpenCC).
"""


def table(name):
    with tempfile.NamedTemporaryFile() as out:
        subprocess.run(["opencc_dict", "-i", OPENCC + name, "-o", out.name, "-f", "ocd2", "-t", "text"], check=True)
        lines = [line.rstrip("\n").split("\t") for line in open(out.name, encoding="utf-8")]
    return {s: targets.split(" ")[0] for s, targets in lines}


usual = table("TWVariants.ocd2")
pairs = {s: usual.get(t, t) for s, t in table("STCharacters.ocd2").items()}
pairs.update({s: t for s, t in usual.items() if s not in pairs})
with open("data/traditional.tsv", "w", encoding="utf-8") as out:
    out.write(HEAD)
    for s in sorted(pairs):
        if len(s) == len(pairs[s]) == 1 and s != pairs[s]:
            out.write("%s\t%s\n" % (s, pairs[s]))
