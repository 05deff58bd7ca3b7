# names.tsv → gen/names.h: every word and character that tells names, in order, with the classes it belongs to.
# Words are runs of code points (all of them in plane 0), and each begins with one from NAME_FIRST to NAME_LAST. Bytes only, so any awk
# will do.

BEGIN {
    FS = "\t"
    for (i = 1; i < 256; i++)
        byte[sprintf("%c", i)] = i
}

# s as numbers of four figures in base 16 with a blank behind each: sorting them sorts the words.
function code_points(s,    i, b, out, n) {
    for (i = 1; i <= length(s);) {
        b = byte[substr(s, i, 1)]
        if (b < 128) { n = b; i += 1 }
        else if (b < 224) { n = (b - 192) * 64 + byte[substr(s, i + 1, 1)] - 128; i += 2 }
        else { n = (b - 224) * 4096 + (byte[substr(s, i + 1, 1)] - 128) * 64 + byte[substr(s, i + 2, 1)] - 128; i += 3 }
        out = out sprintf("%04x ", n)
    }
    return out
}

function add(word, class,    key) {
    key = code_points(word)
    if (!(key in classes))
        words[n_words++] = key
    if (index(classes[key], " " class " ") == 0)
        classes[key] = classes[key] " " class " "
}

function heap_down(i, n,    child, x) {
    x = words[i]
    while ((child = 2 * i + 1) < n) {
        if (child + 1 < n && words[child + 1] > words[child])
            child++
        if (x >= words[child])
            break
        words[i] = words[child]
        i = child
    }
    words[i] = x
}

function sort(    i, x) {
    for (i = int(n_words / 2); i >= 0; i--)
        heap_down(i, n_words)
    for (i = n_words - 1; i > 0; i--) {
        x = words[0]
        words[0] = words[i]
        words[i] = x
        heap_down(0, i)
    }
}

/^#/ || !/\t/ { next }

{
    class = "NAME_" toupper($1)
    if ($1 == toupper($1)) {
        for (i = 1; i <= length($2);) {
            step = byte[substr($2, i, 1)] < 128 ? 1 : byte[substr($2, i, 1)] < 224 ? 2 : 3
            add(substr($2, i, step), class "_CHAR")
            i += step
        }
    } else {
        n = split($2, part, " ")
        for (i = 1; i <= n; i++)
            add(part[i], class)
    }
}

END {
    sort()
    print "/* Made of data/names.tsv by data/names.awk; see there for sources and licences. */"
    printf "enum { NAME_WORDS = %d };\n", n_words
    print "static const uint16_t name_points[] = {"
    at = 0
    for (i = 0; i < n_words; i++) {
        n = split(words[i], part, " ")
        for (k = 1; k <= n; k++)
            printf "0x%s,", part[k]
        if (!(part[1] in first))
            first[part[1]] = i
        start[i] = at
        len[i] = n
        at += n
        if (i % 8 == 7)
            print ""
    }
    print "0};\nstatic const struct { uint16_t at, n; uint32_t classes; } name_words[NAME_WORDS] = {"
    for (i = 0; i < n_words; i++) {
        n = split(classes[words[i]], part, " ")
        set = part[1]
        for (k = 2; k <= n; k++)
            set = set " | " part[k]
        printf "{%d,%d,%s},\n", start[i], len[i], set
    }
    print "};\nenum { NAME_FIRST = 0x4E00, NAME_LAST = 0x9FFF };"
    print "/* For each character from NAME_FIRST on the first word that does not come before those that begin with it. */"
    print "static const uint16_t name_first[NAME_LAST + 2 - NAME_FIRST] = {"
    n = n_words
    for (c = 40959 + 1; c >= 19968; c--) {
        if (sprintf("%04x", c) in first)
            n = first[sprintf("%04x", c)]
        next_word[c] = n
    }
    for (c = 19968; c <= 40959 + 1; c++)
        printf "%d,%s", next_word[c], c % 16 == 15 ? "\n" : ""
    print "};"
}
