# data/phrases.tsv → gen/phrases.h: one table of code points, sorted within each class, where in it each class begins and ends and how
# many characters its longest phrase has, and which classes have a phrase whose first, or last, character has the same last ten bits.
BEGIN {
    FS = "\t"
    print "/* Made from data/phrases.tsv; not to be edited. */"
    for (i = 1; i < 256; i++)
        byte[sprintf("%c", i)] = i
    HASHES = 1024
}
# Of the character that ends with the n-th byte of w: all but its last two bytes fall out of the hash.
function hash_at(w, n) {
    if (byte[substr(w, n, 1)] < 128)
        return byte[substr(w, n, 1)]
    return (byte[substr(w, n - 1, 1)] % 64 * 64 + byte[substr(w, n, 1)] % 64) % HASHES
}
function first_length(w,    first) {
    first = byte[substr(w, 1, 1)]
    return first < 128 ? 1 : first < 224 ? 2 : first < 240 ? 3 : 4
}
function code_points(w,    i, b, n, out) {
    for (i = 1; i <= length(w); i += n) {
        n = first_length(substr(w, i))
        b = byte[substr(w, i, 1)]
        if (n == 4) {
            print "phrases.tsv: " w " is beyond plane 0" > "/dev/stderr"
            exit 1
        }
        if (n == 2)
            b = (b - 192) * 64 + byte[substr(w, i + 1, 1)] - 128
        if (n == 3)
            b = (b - 224) * 4096 + (byte[substr(w, i + 1, 1)] - 128) * 64 + byte[substr(w, i + 2, 1)] - 128
        out = out b ","
    }
    return out
}
function add_class(masks, h, class) {
    if (index(masks[h] " ", "PHRASE_" class ") ") == 0)
        masks[h] = masks[h] " | BIT(PHRASE_" class ")"
}
function print_masks(name, masks,    h) {
    print "static const uint64_t " name "[PHRASE_HASHES] = {"
    for (h = 0; h < HASHES; h++)
        if (h in masks && masks[h] != "")
            print "    [" h "] = " substr(masks[h], 4) ","
    print "};"
}
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
END {
    print "static const uint16_t phrase_points[] = {"
    for (c = 1; c <= n_classes; c++) {
        class = classes[c]
        sort(class, count[class])
        from[class] = total + 0
        for (i = 1; i <= count[class]; i++) {
            add_class(starts, hash_at(word[class, i], first_length(word[class, i])), toupper(class))
            add_class(stops, hash_at(word[class, i], length(word[class, i])), toupper(class))
        }
        for (i = 1; i <= count[class]; i++) {
            points = code_points(word[class, i])
            print "    " points
            start[total + i] = at + 0
            size[total + i] = gsub(/,/, "", points)
            at += size[total + i]
            if (size[total + i] > longest[class])
                longest[class] = size[total + i]
        }
        total += count[class]
    }
    print "};"
    print "static const struct { uint16_t at, n; } phrases[] = {"
    for (i = 1; i <= total; i++)
        print "    { " start[i] ", " size[i] " },"
    print "};"
    print "static const struct { uint16_t from, to, longest; } phrase_ranges[] = {"
    for (c = 1; c <= n_classes; c++)
        printf "    [PHRASE_%s] = { %d, %d, %d },\n", toupper(class = classes[c]), from[class], from[class] + count[class], longest[class]
    print "};"
    print "#define BIT(class) (UINT64_C(1) << (class))"
    print "enum { PHRASE_HASHES = " HASHES " };"
    print_masks("phrase_starts", starts)
    print_masks("phrase_stops", stops)
}
