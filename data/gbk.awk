# gbk.tsv → gen/gbk.h: the character of each byte pair, and for each character its pair by blocks of 256 code points.
# Bytes only, so any awk will do.
BEGIN {
    FS = "\t"
    for (i = 1; i < 256; i++)
        byte[sprintf("%c", i)] = i
    print "/* Made from data/gbk.tsv; not to be edited. */"
    print "static const uint16_t gbk_chars[126][191] = {"
    lead = 128
}
/^#/ { next }
{
    lead++
    row = "    {"
    n = length($2)
    trail = 64
    for (i = 1; i <= n; trail++) {
        b = byte[substr($2, i, 1)]
        if (b < 128) {
            c = 0
            i++
        } else if (b < 224) {
            c = (b - 192) * 64 + byte[substr($2, i + 1, 1)] - 128
            i += 2
        } else {
            c = (b - 224) * 4096 + (byte[substr($2, i + 1, 1)] - 128) * 64 + byte[substr($2, i + 2, 1)] - 128
            i += 3
        }
        row = row c ","
        if (c) {
            pair[c] = lead * 256 + trail
            used[int(c / 256)] = 1
        }
    }
    print row "},"
}
END {
    print "};"
    print "static const uint16_t gbk_pairs[][256] = {\n    { 0 },"
    for (block = 0; block < 256; block++) {
        if (!(block in used))
            continue
        place[block] = ++blocks
        row = "    {"
        for (c = block * 256; c < block * 256 + 256; c++)
            row = row (pair[c] + 0) ","
        print row "},"
    }
    print "};"
    print "/* Which block of gbk_pairs a high byte has; 0: none. */"
    row = "static const uint8_t gbk_blocks[256] = {"
    for (block = 0; block < 256; block++)
        row = row (place[block] + 0) ","
    print row "};"
}
