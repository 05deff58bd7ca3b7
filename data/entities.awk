# entities.tsv into rows of { name, { code point, code point or 0 } } for clean/entity.
BEGIN { FS = "\t"; print "/* Made from data/entities.tsv; do not edit. */" }
/^#/ { next }
{
    n = split($2, c, " ")
    if ($1 <= last || n < 1 || n > 2) { print "entities.tsv: bad or unsorted: " $1 > "/dev/stderr"; exit 1 }
    last = $1
    printf "{ \"%s\", { 0x%s, %s } },\n", $1, c[1], n == 2 ? "0x" c[2] : "0"
}
