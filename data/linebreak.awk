# linebreak.tsv → gen/linebreak.h: for each class, which classes may not follow it on the next line: directly, and behind blanks.

BEGIN {
    FS = "\t"
    n = split("AI AL B2 BA BB BK CB CL CM CP CPW CR EB EM EX GL H2 H3 HL HY ID IN IS JL JT JV LF NL NS NU OP OPW PO PR QU RI SP SY WJ XP ZW ZWJ", class, " ")
}

# Is a class among those of a field?
function among(name, field) {
    if (field == "*")
        return 1
    if (field ~ /^\^/)
        return !index(field " ", " " name " ")
    return index(" " field " ", " " name " ")
}

/^#/ || !/\t/ { next }

{
    before[++n_rules] = $2
    sign[n_rules] = $3
    behind[n_rules] = $4
}

# May the two not be parted? `blanks`: though there are blanks between them.
function together(a, b, blanks,    i) {
    for (i = 1; i <= n_rules; i++)
        if ((!blanks || sign[i] ~ /SP/) && among(a, before[i]) && among(b, behind[i]))
            return sign[i] !~ /÷/
    return 0
}

function print_pairs(name, blanks,    i, j, separator) {
    printf "static const uint64_t %s[N_LINE_CLASSES] = {\n", name
    for (i = 1; i <= n; i++) {
        printf "[LINE_%s] = 0", class[i]
        for (j = 1; j <= n; j++)
            if (together(class[i], class[j], blanks))
                printf "|1ull<<LINE_%s", class[j]
        print (i < n ? "," : "")
    }
    print "};"
}

END {
    print "/* Made of data/linebreak.tsv by data/linebreak.awk. */"
    print_pairs("not_directly", 0)
    print_pairs("not_behind_blanks", 1)
}
