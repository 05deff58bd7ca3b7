/* Drawing the reader: its panes, its status line, its prompt. */
#include "base/buf.h"
#include "base/tr.h"
#include "text/cell.h"
#include "text/safe.h"
#include "ui/hint.h"
#include "ui/state.h"
#include "ui/ui.h"

static void view_border(const struct ui *ui, struct grid *grid, int col)
{
    for (int row = 0; row < ui->rows - 1; row++)
        grid_put(grid, row, col, col + 1, cell_ambiguous() == 1 ? STR("│") : STR("|"), STYLE_BORDER);
}

/* Where the cursor of the list is, of how many, and how many of them are read. */
static void describe_list(const struct ui *ui, struct buf *out)
{
    const struct listing *listing = &ui->list.listing;
    struct str query = view_query(&ui->list.shown);
    if (!listing->v)
        return;
    if (query.n) {
        buf_add(out, STR("&"));
        buf_add(out, query);
        buf_add(out, STR("  "));
    }
    buf_add_format(out, tr("%zu/%zu reports"), listing->n ? list_position(&ui->list) + 1 : 0, listing->n);
    if (listing->more)
        buf_add(out, STR("…"));
    if (query.n)
        buf_add_format(out, tr(" (of %zu)"), listing->total);
    buf_add_format(out, tr(" · %zu congresses"), ui->list.tree.congresses);
    if (listing->read)
        buf_add_format(out, tr(" · %zu read"), listing->read);
}

/* Where the cursor is among people or phrases, and how far the gathering of them is. */
static void describe_roster(const struct ui *ui, struct buf *out)
{
    const struct roster *roster = &ui->roster.roster;
    buf_add_format(out, "%zu/%zu", ui->roster.rows.n ? ui->roster.rows.cursor + 1 : 0, ui->roster.rows.n);
    if (roster->progress.done < roster->progress.total)
        buf_add_format(out, roster->stopped ? tr(" · stopped at %zu of %zu reports") : tr(" · %zu of %zu reports so far (Esc stops)"), roster->progress.done,
                       roster->progress.total);
    else if (roster->cut)
        buf_add(out, TR(" · the rarest are left out"));
}

/* What stands at the left of the status line. */
static void describe(const struct ui *ui, struct buf *out)
{
    const struct search *search = &ui->reading.search;
    const struct article *article = ui->reading.article;
    if (ui->focus == PANE_HELP) {
        buf_add(out, TR("Help: a number before a key repeats it"));
    } else if (ui->focus == PANE_MARKS) {
        buf_add_format(out, "%zu/%zu", ui->marks.rows.n ? ui->marks.rows.cursor + 1 : 0, ui->marks.rows.n);
    } else if (ui->focus == PANE_ROSTER) {
        describe_roster(ui, out);
    } else if (ui->focus == PANE_LIST) {
        describe_list(ui, out);
    } else if (ui->focus == PANE_RESULTS) {
        buf_add(out, STR("\\"));
        buf_add(out, results_question(&ui->results));
        buf_add_format(out, tr("  %zu/%zu reports"), ui->results.n ? results_at(&ui->results).finding + 1 : 0, ui->results.n);
    } else if (article) {
        if (ui->results_open)
            buf_add_format(out, "%zu/%zu ", ui->results.n ? results_at(&ui->results).finding + 1 : 0, ui->results.n);
        else if (ui->list.listing.n > 1)
            buf_add_format(out, "%zu/%zu ", list_position(&ui->list) + 1, ui->list.listing.n);
        if (ui->script_open != SCRIPT_AS_WRITTEN && !article->is_capture)
            buf_add(out, ui->script_open == SCRIPT_TRADITIONAL ? TR("[trad.] ") : TR("[simp.] "));
        if (ui->reading.rules.traces)
            buf_add(out, TR("[traces] "));
        if (search->asked && search->hits.n) {
            buf_add(out, search->needle);
            buf_add_format(out, tr(" %zu/%zu hits"), search_current(search) ? search->current + 1 : 0, search->hits.n);
            buf_add(out, article->is_beginning ? STR("…") : STR(""));
        } else if (article->is_capture) {
            buf_add(out, TR("[as captured] "));
            buf_add(out, safe_name_cstr(out->arena, article->file));
        } else {
            buf_add(out, article->title);
        }
    }
}

/* How far the making of the library is; nothing when it is done. */
static struct str describe_progress(const struct ui *ui, struct arena *arena)
{
    const struct progress *progress = &ui->progress;
    struct buf out = buf_make(arena, 128);
    if (progress->done >= progress->total)
        return STR("");
    buf_add_format(&out, tr("reading %zu/%zu"), progress->done, progress->total);
    if (progress->rate >= 1)
        buf_add_format(&out, tr(", %.0f a second, %.0f s to go"), progress->rate, (double)(progress->total - progress->done) / progress->rate);
    return buf_str(&out);
}

/* How long the report is, where there is room, and how far one has read. Only the latter changes as one scrolls, so that a line
 * costs few bytes more than its text. */
static void describe_read(const struct ui *ui, struct buf *out)
{
    enum { ROOMY = 70 };
    const struct article *article = ui->reading.article;
    if (article->is_beginning) {
        buf_add(out, ui->cols >= ROOMY ? TR(" reading the rest…") : STR(" …"));
        return;
    }
    if (ui->cols >= ROOMY && !article->is_capture)
        buf_add_format(out, tr(" %zu chars"), article->chars);
    buf_add_format(out, "%4d%%", reading_percent(&ui->reading));
}

static void view_status(const struct ui *ui, struct grid *grid, struct arena *arena)
{
    int row = ui->rows - 1, end = ui->cols;
    grid_blank(grid, row, 0, end, STYLE_STATUS);
    if (ui->message[0]) {
        grid_put_cut(grid, row, 1, end, str_of(ui->message), STYLE_MESSAGE);
        return;
    }
    if ((ui->focus == PANE_READER || ui->focus == PANE_OUTLINE) && ui->reading.article && !awaits_report(ui)) {
        struct buf read = buf_make(arena, 100);
        describe_read(ui, &read);
        end -= (int)cells_of(buf_str(&read)) + 1;
        grid_put(grid, row, end, ui->cols, buf_str(&read), STYLE_STATUS);
    }
    struct buf left = buf_make(arena, 1 << 16);
    describe(ui, &left);
    enum { KEPT = 32 }; /* cells of a title that are left to it where keys would else not be named */
    int taken = (int)cells_of(buf_str(&left));
    if ((ui->focus & (PANE_READER | PANE_OUTLINE)) && taken > KEPT && end >= 2 * KEPT)
        taken = KEPT;
    int room = end - taken - 6;
    struct str progress = describe_progress(ui, arena);
    struct str hint = progress.n && (int)cells_of(progress) <= room ? progress : hint_line(arena, &ui->keymap, ui->focus, room > 0 ? (size_t)room : 0);
    if (hint.n) {
        end -= (int)cells_of(hint) + 1;
        grid_put(grid, row, end, ui->cols, hint, STYLE_STATUS);
        end--;
    }
    grid_put_cut(grid, row, 1, end, buf_str(&left), STYLE_STATUS);
}

/* What stands at the right of the prompt: how much is found so far. */
static void count_found(const struct ui *ui, struct buf *out)
{
    const struct search *search = &ui->reading.search;
    if (ui->asking == ASKING_LIST && ui->list.listing.v)
        buf_add_format(out, tr(" %zu/%zu reports"), ui->list.listing.n, ui->list.listing.total);
    else if (ui->asking == ASKING_LIBRARY && ui->prompt.n)
        buf_add_format(out, tr(" %zu reports, %zu hits"), ui->results.n, ui->results.matches);
    else if (ui->asking == ASKING_ROSTER)
        buf_add_format(out, " %zu/%zu", ui->roster.n_shown, ui->roster.roster.n);
    else if (ui->asking == ASKING_REPORT && search->asked)
        buf_add_format(out, tr(" %zu/%zu hits"), search_current(search) ? search->current + 1 : 0, search->hits.n);
    bool more = ui->asking == ASKING_LIST      ? ui->list.listing.more
                : ui->asking == ASKING_LIBRARY ? ui->prompt.n && !ui->results.over
                                               : ui->asking == ASKING_REPORT && search->asked && ui->reading.article->is_beginning;
    if (more)
        buf_add(out, STR("…"));
}

/* The words that the letters may mean, with the digits that take them. */
static void view_words(const struct ui *ui, struct grid *grid, int row)
{
    grid_blank(grid, row, 0, ui->cols, STYLE_PROMPT);
    int col = 1;
    for (size_t i = 0; i < ui->words.n; i++) {
        char digit[2] = { (char)('1' + i), ' ' };
        if (col + 2 + (int)cells_of(ui->words.v[i]) > ui->cols)
            break;
        col = grid_put(grid, row, col, ui->cols, (struct str){ digit, 2 }, STYLE_LABEL);
        col = grid_put(grid, row, col, ui->cols, ui->words.v[i], STYLE_PROMPT) + 2;
    }
}

/* Above the prompt: how a note is written, and the lines of it that are there, the last ones. */
static void view_note(const struct ui *ui, struct grid *grid, int row)
{
    struct str rest = { ui->note_text, ui->note_n };
    for (row--; rest.n && row > ui->rows / 2; row--) {
        struct str line = str_sub(rest, 0, rest.n - 1);
        size_t from = str_find_last(line, STR("\n"));
        from = from == STR_NONE ? 0 : from + 1;
        grid_blank(grid, row, 0, ui->cols, STYLE_MESSAGE);
        grid_put_cut(grid, row, 1, ui->cols, str_sub(line, from, line.n), STYLE_MESSAGE);
        rest = str_sub(rest, 0, from);
    }
    grid_blank(grid, row, 0, ui->cols, STYLE_HEAD);
    grid_put_cut(grid, row, 1, ui->cols, TR("Enter: next line; Enter on an empty line: keep; Esc: give up"), STYLE_HEAD);
}

/* The line that one types at, and above it what is wrong with what is typed. */
static void view_prompt(const struct ui *ui, struct grid *grid, struct arena *arena)
{
    enum { ROOM = 4 }; /* rows from which one can be spared */
    struct buf found = buf_make(arena, 64);
    count_found(ui, &found);
    int row = ui->rows - 1, end = ui->cols - (int)cells_of(buf_str(&found));
    end = end < ui->cols / 2 ? ui->cols : end;
    prompt_view(&ui->prompt, grid, row, end);
    grid_put(grid, row, end, ui->cols, buf_str(&found), STYLE_PROMPT);
    if (ui->asking == ASKING_NOTE && ui->rows >= ROOM)
        view_note(ui, grid, row);
    if (ui->words.n && ui->rows >= ROOM)
        view_words(ui, grid, row - 1);
    if (ui->complaint[0] && ui->rows >= ROOM) {
        grid_blank(grid, row - 1, 0, ui->cols, STYLE_MESSAGE);
        grid_put_cut(grid, row - 1, 1, ui->cols, str_of(ui->complaint), STYLE_MESSAGE);
    }
}

/* Why the list has no rows. */
static void view_empty(const struct ui *ui, struct grid *grid, struct area area)
{
    const struct list *list = &ui->list;
    struct str why = !list->listing.v                           ? TR("Reading…")
                     : list->shown.query_n                      ? TR("No report answers (Esc takes the question back)")
                     : ui->progress.done < ui->progress.total   ? TR("Reading…")
                                                                : TR("No report to read");
    grid_put_cut(grid, area.row + (area.rows > 1), area.col + 2, area.col + area.cols, why, STYLE_DIM);
}

/* Why there are no results; before anything was asked, what can be. */
static void view_nothing_found(const struct ui *ui, struct grid *grid, struct area area)
{
    static const char *const how[] = { TR_LATER("several words, parted by blanks: all must occur"), TR_LATER("A|B either  -word not  \"…\" as it stands"),
                                       TR_LATER("pinyin too: zhurenweng or zry"), TR_LATER("title: people: place: year:2017..2022 no:5") };
    int end = area.col + area.cols;
    bool waits = ui->asked_search != ui->answered_search || !ui->results.over;
    if (ui->results.question_n || ui->asked_search) {
        grid_put_cut(grid, area.row + 1, area.col + 2, end, waits ? TR("searching…") : TR("nothing found"), STYLE_DIM);
        return;
    }
    for (int i = 0; i < (int)(sizeof how / sizeof *how) && i + 1 < area.rows; i++)
        grid_put_cut(grid, area.row + 1 + i, area.col + 2, end, TR(how[i]), STYLE_DIM);
}

static void view_pane(const struct ui *ui, struct grid *grid, enum pane pane)
{
    struct area area = area_of(ui, pane);
    bool focus = ui->focus == pane;
    switch (pane) {
    case PANE_LIST:
        list_view(&ui->list, grid, area, focus);
        if (ui->list.rows.n == 0)
            view_empty(ui, grid, area);
        break;
    case PANE_RESULTS:
        results_view(&ui->results, grid, area, focus);
        if (ui->results.n == 0)
            view_nothing_found(ui, grid, area);
        break;
    case PANE_OUTLINE: outline_view(&ui->outline, grid, area, focus); break;
    case PANE_MARKS: marks_view(&ui->marks, grid, area, focus); break;
    case PANE_ROSTER: roster_view(&ui->roster, grid, area, focus); break;
    case PANE_HELP: help_view(&ui->help, &ui->keymap, grid, area); break;
    case PANE_READER:
        if (awaits_report(ui))
            grid_put_cut(grid, area.row + (area.rows > 1), area.col + 2, area.col + area.cols, TR("Reading…"), STYLE_DIM);
        else if (ui->reading.page)
            reading_view(&ui->reading, grid, area, focus);
        break;
    }
}

void ui_view(struct ui *ui, struct grid *grid)
{
    struct arena work = { 0 };
    if (too_small(ui)) {
        grid_put(grid, 0, 0, grid->cols, TR("too small"), STYLE_MESSAGE);
        return;
    }
    if (both_panes(ui)) {
        view_pane(ui, grid, left_pane(ui));
        view_border(ui, grid, left_cols(ui));
        view_pane(ui, grid, PANE_READER);
        if (outline_apart(ui)) {
            view_border(ui, grid, ui->cols - right_cols(ui) - 1);
            view_pane(ui, grid, PANE_OUTLINE);
        }
    } else {
        view_pane(ui, grid, ui->focus);
    }
    if (ui->asking)
        view_prompt(ui, grid, &work);
    else
        view_status(ui, grid, &work);
    arena_finish(&work);
}
