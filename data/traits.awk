# traits.tsv → gen/traits.h: the different traits, and for each code point which of them it has, in three stages: for each 1024 code
# points the number of a shelf, on the shelf for each 32 the number of a block, in the block for each one the number of its traits.
# Bytes only, so any awk will do; the table is sorted.

BEGIN {
    FS = "\t"
    BLOCK = SHELF = 32
    CODE_POINTS = 1114112
    OTHERS = "AL\tOther\tA\tno\t-"
    for (i = 0; i < 16; i++)
        digit[substr("0123456789ABCDEF", i + 1, 1)] = i
}

function hex(s,    n, i) {
    for (i = 1; i <= length(s); i++)
        n = n * 16 + digit[substr(s, i, 1)]
    return n
}

function comma(i, n) {
    return (i + 1 < n ? "," : "") (i % 32 == 31 ? "\n" : "")
}

function number_of(row) {
    if (!(row in number)) {
        number[row] = n_rows + 0
        rows[n_rows++] = row
    }
    return number[row]
}

# Puts a block on the shelf, and a shelf that is full with the others.
function add_block(block) {
    if (!(block in block_number)) {
        block_number[block] = n_blocks + 0
        blocks[n_blocks++] = block
    }
    shelf = shelf " " block_number[block]
    if (++n_on_shelf % SHELF)
        return
    if (!(shelf in shelf_number)) {
        shelf_number[shelf] = n_shelves + 0
        shelves[n_shelves++] = shelf
    }
    top[n_top++] = shelf_number[shelf]
    shelf = ""
}

# The code points from `at` up to `end` have this row.
function fill(end, row,    n) {
    n = number_of(row)
    for (; at < end; at++) {
        if (at % BLOCK == 0 && end - at >= BLOCK) { # a block of one kind
            if (!(n in whole)) {
                for (i = 0; i < BLOCK; i++)
                    whole[n] = whole[n] " " n
            }
            add_block(whole[n])
            at += BLOCK - 1
            continue
        }
        block = block " " n
        if (at % BLOCK == BLOCK - 1) {
            add_block(block)
            block = ""
        }
    }
}

/^#/ || !/\t/ { next }

{
    split($1, range, /\.\./)
    fill(hex(range[1]), OTHERS)
    fill(hex(range[2]) + 1, $2 "\t" $3 "\t" $4 "\t" $5 "\t" $6)
}

function bits_of(width, drawn, clreq,    s) {
    s = "0"
    if (width == "2")
        s = s "|TRAIT_WIDE"
    if (width == "A")
        s = s "|TRAIT_AMBIGUOUS"
    if (drawn == "yes" || drawn == "mark")
        s = s "|TRAIT_SAFE"
    if (drawn == "mark")
        s = s "|TRAIT_MARK"
    if (drawn == "steer")
        s = s "|TRAIT_STEERS"
    if (clreq ~ /begin/)
        s = s "|TRAIT_NEVER_BEGINS"
    if (clreq ~ /end/)
        s = s "|TRAIT_NEVER_ENDS"
    if (clreq ~ /dash/)
        s = s "|TRAIT_DASH"
    if (clreq ~ /hang/)
        s = s "|TRAIT_HANGS"
    return s
}

function print_lists(list, n,    i) {
    for (i = 0; i < n; i++) {
        gsub(/ /, ",", list[i])
        printf "{%s}%s\n", substr(list[i], 2), comma(i, n)
    }
}

END {
    fill(CODE_POINTS, OTHERS)
    print "/* Made of data/traits.tsv by data/traits.awk; see there for sources and licences. */"
    printf "const struct trait traits[] = {\n"
    for (i = 0; i < n_rows; i++) {
        split(rows[i], field, "\t")
        printf "{LINE_%s,GRAPHEME_%s,%s}%s\n", field[1], toupper(field[2]), bits_of(field[3], field[4], field[5]), (i + 1 < n_rows ? "," : "")
    }
    printf "};\nconst uint8_t trait_top[] = {\n"
    for (i = 0; i < n_top; i++)
        printf "%d%s", top[i], comma(i, n_top)
    printf "};\nconst uint16_t trait_shelves[][TRAIT_BLOCK] = {\n"
    print_lists(shelves, n_shelves)
    printf "};\nconst uint8_t trait_blocks[][TRAIT_BLOCK] = {\n"
    print_lists(blocks, n_blocks)
    print "};"
    if (n_rows > 255 || n_shelves > 255)
        print "#error \"traits.tsv does not fit into bytes\""
}
