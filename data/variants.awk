# variants.tsv → gen/variants.h: the simplified character of each traditional one, in two shapes.
# Plane 0: for each 32 code points from VARIANT_FIRST (src/text/variant.h) on a map of bits (which of them have a simplified one) and
# the place of the first of these in the list of targets; target 0 says: look in the other list, as for characters of other planes.
# That one holds sorted pairs, one of which is beyond plane 0.
# Bytes only, so any awk will do; the table is sorted by code point.

BEGIN {
    FS = "\t"
    for (i = 1; i < 256; i++)
        byte[sprintf("%c", i)] = i
    FIRST = 13312 # U+3400
    LAST = 65535
}

function code_point(s,    n) {
    n = byte[substr(s, 1, 1)]
    if (n < 128)
        return n
    if (n < 224)
        return (n - 192) * 64 + tail(s, 2)
    if (n < 240)
        return (n - 224) * 4096 + tail(s, 2) * 64 + tail(s, 3)
    return (n - 240) * 262144 + tail(s, 2) * 4096 + tail(s, 3) * 64 + tail(s, 4)
}

function tail(s, i) {
    return byte[substr(s, i, 1)] - 128
}

function comma(i, n) {
    return (i + 1 < n ? "," : "") (i % 16 == 15 ? "\n" : "")
}

/^#/ || !/\t/ { next }

{
    from = code_point($1)
    to = code_point($2)
    if (from < FIRST || from > LAST || to > LAST) {
        far[n_far++] = sprintf("{%d,%d}", from, to)
        to = 0
    }
    if (from < FIRST || from > LAST)
        next
    cell = int((from - FIRST) / 32)
    if (!(cell in bits))
        start[cell] = n_near + 0
    bits[cell] += 2 ^ ((from - FIRST) % 32)
    near[n_near++] = to
}

END {
    print "/* Made of data/variants.tsv by data/variants.awk; see there for sources and licences. */"
    printf "enum { VARIANT_FAR = %d };\n", n_far
    n_cells = (LAST + 1 - FIRST) / 32
    printf "const uint32_t variant_bits[VARIANT_CELLS] = {\n"
    for (i = 0; i < n_cells; i++)
        printf "%.0fu%s", bits[i], comma(i, n_cells)
    printf "};\nstatic const uint16_t variant_starts[VARIANT_CELLS] = {\n"
    for (i = 0; i < n_cells; i++)
        printf "%d%s", start[i], comma(i, n_cells)
    printf "};\nstatic const uint16_t variant_near[] = {\n"
    for (i = 0; i < n_near; i++)
        printf "%d%s", near[i], comma(i, n_near)
    printf "};\nstatic const struct variant_pair variant_far[VARIANT_FAR] = {\n"
    for (i = 0; i < n_far; i++)
        printf "%s%s", far[i], comma(i, n_far)
    print "};"
}
