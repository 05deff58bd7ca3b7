# data/phrases.tsv → gen/phrases.h: one sorted table, and where in it each class begins and ends.
BEGIN { FS = "\t"; print "/* Made from data/phrases.tsv; not to be edited. */" }
/^#/ || NF < 2 { next }
{
    if (!($1 in count)) { classes[++n_classes] = $1; count[$1] = 0 }
    n = split($2, words, " ")
    for (i = 1; i <= n; i++)
        if (!(($1, words[i]) in seen)) {
            seen[$1, words[i]] = 1
            word[$1, ++count[$1]] = words[i]
        }
}
function sort(class, n,    i, j, w) {
    for (i = 2; i <= n; i++) {
        w = word[class, i]
        for (j = i - 1; j >= 1 && word[class, j] > w; j--)
            word[class, j + 1] = word[class, j]
        word[class, j + 1] = w
    }
}
function quoted(w) { gsub(/\\/, "\\\\", w); gsub(/"/, "\\\"", w); return w }
END {
    print "static const struct str phrases[] = {"
    for (c = 1; c <= n_classes; c++) {
        class = classes[c]
        sort(class, count[class])
        from[class] = total + 0
        for (i = 1; i <= count[class]; i++)
            print "    STR_INIT(\"" quoted(word[class, i]) "\"),"
        total += count[class]
    }
    print "};"
    print "static const struct { size_t from, to; } phrase_ranges[] = {"
    for (c = 1; c <= n_classes; c++)
        print "    [PHRASE_" toupper(classes[c]) "] = { " from[classes[c]] ", " from[classes[c]] + count[classes[c]] " },"
    print "};"
}
