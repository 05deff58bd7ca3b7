/* The rows of the list. */
#include "ui/tree.h"

#include <string.h>

void tree_finish(struct tree *tree)
{
    arena_finish(&tree->arena);
    arena_finish(&tree->folded_arena);
    *tree = (struct tree){ 0 };
}

static uint32_t number_at(const struct tree *tree, size_t position)
{
    return tree->listing->v[position] & LISTED_NUMBER;
}

/* Makes room for the bit of a number and of all below it. */
static void reach(struct tree *tree, size_t number)
{
    while (tree->folded.n < number / 8 + 1)
        *PUSH(&tree->folded_arena, &tree->folded) = tree->folds ? 0xFF : 0;
}

static bool is_folded(const struct tree *tree, size_t position)
{
    uint32_t number = number_at(tree, position);
    return number / 8 < tree->folded.n ? tree->folded.v[number / 8] >> number % 8 & 1 : tree->folds;
}

size_t tree_first(const struct tree *tree, size_t position)
{
    while (position > 0 && !(tree->listing->v[position] & LISTED_FIRST))
        position--;
    return position;
}

/* Where the next one does. */
static size_t tree_next(const struct tree *tree, size_t position)
{
    const struct listing *listing = tree->listing;
    for (position++; position < listing->n && !(listing->v[position] & LISTED_FIRST); position++)
        ;
    return position;
}

/* Gives the rows room for `n`. */
static void make_room(struct tree *tree, size_t n)
{
    if (n <= tree->cap)
        return;
    arena_finish(&tree->arena);
    tree->cap = n;
    tree->rows = NEW_N(&tree->arena, uint32_t, tree->cap);
}

void tree_make(struct tree *tree, const struct listing *listing)
{
    const uint32_t *v = listing->v;
    tree->listing = listing;
    tree->n = tree->congresses = 0;
    make_room(tree, listing->n + listing->n / 2); /* a congress that has a row of its own has two reports or more */
    for (size_t i = 0, next; i < listing->n; i = next) {
        next = i + 1;
        tree->congresses += (v[i] & (LISTED_FIRST | LISTED_ALONE)) == LISTED_FIRST;
        if (next == listing->n || v[next] & LISTED_FIRST) { /* one alone, as most are: this stands between a key and the first screen */
            tree->rows[tree->n++] = (uint32_t)i;
            continue;
        }
        next = tree_next(tree, i);
        if (!tree->flat)
            tree->rows[tree->n++] = (uint32_t)i | TREE_CONGRESS;
        if (tree->flat || !is_folded(tree, i))
            for (size_t k = i; k < next; k++)
                tree->rows[tree->n++] = (uint32_t)k;
    }
}

struct tree_row tree_row(const struct tree *tree, size_t row)
{
    struct tree_row out = { .position = tree->rows[row] & ~TREE_CONGRESS, .n = 1 };
    if (tree->rows[row] & TREE_CONGRESS) {
        out.is_congress = true;
        out.folded = is_folded(tree, out.position);
        out.n = tree_next(tree, out.position) - out.position;
    }
    return out;
}

size_t tree_find(const struct tree *tree, size_t position)
{
    size_t low = 0, high = tree->n;
    while (low < high) { /* the first row behind the position */
        size_t middle = low + (high - low) / 2;
        if ((tree->rows[middle] & ~TREE_CONGRESS) <= position)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? low - 1 : 0;
}

void tree_fold(struct tree *tree, size_t position, bool folded)
{
    size_t next = tree_next(tree, position);
    for (size_t i = tree_first(tree, position); i < next; i++) {
        uint32_t number = number_at(tree, i);
        reach(tree, number);
        unsigned char bit = (unsigned char)(1 << number % 8), *byte = &tree->folded.v[number / 8];
        *byte = (unsigned char)(folded ? *byte | bit : *byte & ~bit);
    }
}

void tree_fold_all(struct tree *tree, bool folded)
{
    tree->folds = folded;
    if (tree->folded.n)
        memset(tree->folded.v, folded ? 0xFF : 0, tree->folded.n);
}
