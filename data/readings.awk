# readings.tsv → gen/readings.h: the syllables in order, the different lists of readings, and for each character from U+4E00
# on the place of its list; then the same with the readings of its traditional characters (variants.tsv, beside it) added to its own.
# A list is the numbers of its syllables, ended by READING_END. Bytes only, so any awk will do.

BEGIN {
    FS = "\t"
    for (i = 1; i < 256; i++)
        byte[sprintf("%c", i)] = i
    FIRST = 19968 # U+4E00
}

function comma(i, n) {
    return (i + 1 < n ? "," : "") (i % 16 == 15 ? "\n" : "")
}

# Sorted by insertion: there are some four hundred.
function sort(v, n,    i, j, x) {
    for (i = 1; i < n; i++) {
        x = v[i]
        for (j = i - 1; j >= 0 && v[j] "" > x ""; j--)
            v[j + 1] = v[j]
        v[j + 1] = x
    }
}

# Of three bytes, less FIRST.
function place(c) {
    return (byte[substr(c, 1, 1)] - 224) * 4096 + (byte[substr(c, 2, 1)] - 128) * 64 + byte[substr(c, 3, 1)] - 128 - FIRST
}

function note_list(readings) {
    if (!(readings in list)) {
        list[readings] = 0
        lists[n_lists++] = readings
    }
}

# The readings of all that fold to a character: `folded` starts as `reading`.
function add_variants(file,    line, part, from, to, i, n, more) {
    while ((getline line < file) > 0) {
        if (line ~ /^#/ || split(line, part, "\t") < 2)
            continue
        from = place(part[1])
        to = place(part[2])
        if (!(from in reading) || length(part[1]) != 3 || length(part[2]) != 3)
            continue
        n = split(reading[from], more, " ")
        for (i = 1; i <= n; i++)
            if (index(" " folded[to] " ", " " more[i] " ") == 0)
                folded[to] = folded[to] (folded[to] == "" ? "" : " ") more[i]
    }
    for (i in folded)
        note_list(folded[i])
}

function print_places(name, of,    i) {
    print "static const uint16_t " name "[READING_CHARS] = {"
    for (i = 0; i < n_chars; i++)
        printf "%d%s", (i in of) ? list[of[i]] : 0, comma(i, n_chars)
    print "};"
}

/^#/ || !/\t/ { next }

{
    c = place($1)
    reading[c] = folded[c] = $2
    if (c >= n_chars)
        n_chars = c + 1
    note_list($2)
    n = split($2, part, " ")
    for (i = 1; i <= n; i++)
        if (!(part[i] in number)) {
            number[part[i]] = 0
            syllable[n_syllables++] = part[i]
        }
}

END {
    variants = FILENAME
    sub(/readings[.]tsv$/, "variants.tsv", variants)
    add_variants(variants)
    sort(syllable, n_syllables)
    print "/* Made of data/readings.tsv by data/readings.awk; see there for sources and licences. */"
    printf "enum { READING_FIRST = %d, READING_CHARS = %d, READING_SYLLABLES = %d, READING_END = 0xFFFF };\n", FIRST, n_chars, n_syllables
    print "static const char reading_syllables[READING_SYLLABLES][8] = {"
    for (i = 0; i < n_syllables; i++) {
        number[syllable[i]] = i
        printf "\"%s\"%s", syllable[i], comma(i, n_syllables)
    }
    print "};\nstatic const uint16_t reading_lists[] = {\n0xFFFF,"
    at = 1 # list 0 is the empty one
    for (l = 0; l < n_lists; l++) {
        list[lists[l]] = at
        n = split(lists[l], part, " ")
        for (i = 1; i <= n; i++)
            printf "%d,", number[part[i]]
        printf "0xFFFF%s", comma(l, n_lists)
        at += n + 1
    }
    print "};"
    print_places("reading_of", reading)
    print_places("reading_of_folded", folded)
}
