/* The rows of the list: congresses with their reports under them, which can be folded away, or the reports alone. */
#ifndef DAHUI_UI_TREE_H
#define DAHUI_UI_TREE_H

#include "base/arena.h"
#include "ui/answer.h"

/* Made anew, in one pass over the listing, when that or what is folded changes; a row is then found without looking at any other.
 * A congress of which there is one report has no row of its own. */
struct tree {
    struct arena arena;
    const struct listing *listing; /* the list's */
    uint32_t *rows; /* each a position in the listing, with TREE_CONGRESS on the row of a congress: that of its first report; ascending */
    size_t n, cap, congresses;
    bool flat;
    bool folds; /* so are congresses of reports that nobody knew when all were folded or unfolded */
    ARRAY(unsigned char) folded; /* a bit a number of a report: its congress is folded; behind them all is as `folds` says */
    struct arena folded_arena;
};
#define TREE_CONGRESS 0x80000000u

void tree_finish(struct tree *tree);

/* Makes the rows. */
void tree_make(struct tree *tree, const struct listing *listing);

/* What a row is: a report, or a congress of `n` reports that begin at `position`. */
struct tree_row {
    size_t position;
    bool is_congress, folded;
    size_t n;
};
struct tree_row tree_row(const struct tree *tree, size_t row);

/* The row of the report at a position: the report's own, or the congress's that it is folded into. */
size_t tree_find(const struct tree *tree, size_t position);

/* Where the congress begins that the report at a position tells of. */
size_t tree_first(const struct tree *tree, size_t position);

/* Folds or unfolds the congress of the report at a position; all congresses. tree_make comes after it. */
void tree_fold(struct tree *tree, size_t position, bool folded);
void tree_fold_all(struct tree *tree, bool folded);

#endif
