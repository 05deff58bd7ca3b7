#!/usr/bin/env python3
"""make-traditional.py: writes data/traditional.tsv out of the Debian packages libopencc-data and opencc.

For maintainers only: the table is checked in. Run it in the folder of the sources: python3 data/make-traditional.py
"""
import subprocess
import tempfile

OPENCC = "/usr/share/opencc/STCharacters.ocd2"
HEAD = """\
# Simplified characters and the most usual traditional one of each, to show a simplified text in traditional characters where OpenCC,
# which goes by phrases (头发 is 頭髮, 发展 is 發展), is not installed: simplified TAB traditional. Made by data/make-traditional.py.
# Source: OpenCC 1.1.6, STCharacters (Apache License 2.0, (c) 2010-2022 BYVoid and contributors, https://github.com/BYVoid/OpenCC).
"""

with tempfile.NamedTemporaryFile() as out:
    subprocess.run(["opencc_dict", "-i", OPENCC, "-o", out.name, "-f", "ocd2", "-t", "text"], check=True)
    lines = [line.rstrip("\n").split("\t") for line in open(out.name, encoding="utf-8")]
pairs = {s: targets.split(" ")[0] for s, targets in lines}
with open("data/traditional.tsv", "w", encoding="utf-8") as out:
    out.write(HEAD)
    for s in sorted(pairs):
        if len(s) == len(pairs[s]) == 1 and s != pairs[s]:
            out.write("%s\t%s\n" % (s, pairs[s]))
