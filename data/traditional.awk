# traditional.tsv → gen/traditional.h: sorted pairs of code points. Bytes only, so any awk will do; the table is sorted.

BEGIN {
    FS = "\t"
    for (i = 1; i < 256; i++)
        byte[sprintf("%c", i)] = i
}

function code_point(s,    n) {
    n = byte[substr(s, 1, 1)]
    if (n < 240)
        return (n - 224) * 4096 + tail(s, 2) * 64 + tail(s, 3)
    return (n - 240) * 262144 + tail(s, 2) * 4096 + tail(s, 3) * 64 + tail(s, 4)
}

function tail(s, i) {
    return byte[substr(s, i, 1)] - 128
}

/^#/ || !/\t/ { next }

{ pairs[n++] = sprintf("{%d,%d}", code_point($1), code_point($2)) }

END {
    print "/* Made of data/traditional.tsv by data/traditional.awk; see there for source and licence. */"
    printf "enum { N_TRADITIONAL = %d };\nstatic const struct variant_pair traditional_pairs[N_TRADITIONAL] = {\n", n
    for (i = 0; i < n; i++)
        printf "%s%s", pairs[i], (i + 1 < n ? "," : "") (i % 12 == 11 ? "\n" : "")
    print "};"
}
