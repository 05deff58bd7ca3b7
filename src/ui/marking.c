/* Marks and notes: setting them, going to them, writing them; and copying a passage. */
#include "ui/state.h"

#include <stdio.h>
#include <string.h>

#include "base/tr.h"
#include "find/align.h"
#include "text/sentence.h"

/* Is a report shown as it is? Else it is said that nothing can be marked here. */
static bool can_mark(struct ui *ui)
{
    bool can = ui->opened && ui->reading.article == ui->opened && in_sight(ui, PANE_READER);
    if (can && awaits_rest(ui))
        return false;
    if (!can)
        say(ui, "%s", tr("only the text of a report can be marked"));
    return can;
}

void want_letter(struct ui *ui, bool set)
{
    if (set ? !can_mark(ui) : awaits_rest(ui))
        return;
    ui->letter_for = set ? ACT_MARK : ACT_TO_MARK;
    say(ui, "%s", set ? tr("mark: a letter  (A-Z for the whole library)") : tr("go to mark: a letter  (' back to before the last jump)"));
}

/* What stands where the reader points. */
static struct mark mark_here(const struct ui *ui)
{
    struct mark mark = { .place = place_written(ui->opened, reading_point(&ui->reading)) };
    struct str text = article_paragraph(article_written(ui->opened), mark.place.paragraph);
    struct sentence sentence = sentence_at(text, mark.place.offset);
    size_t from = sentence.from > mark.place.offset ? sentence.from : mark.place.offset;
    mark.quote = str_sub(text, from, sentence.to > from ? sentence.to : text.n);
    return mark;
}

static void keep_mark(struct ui *ui, const struct mark *mark)
{
    ui->mark = *mark;
    want(ui, (struct effect){ .kind = EFFECT_MARK, .article = mark->number ? NULL : article_written(ui->opened), .mark = &ui->mark });
}

void take_letter(struct ui *ui, uint32_t key)
{
    enum action action = ui->letter_for;
    ui->letter_for = ACT_NONE;
    bool letter = (key >= 'a' && key <= 'z') || (key >= 'A' && key <= 'Z');
    if (action == ACT_TO_MARK && key == '\'') {
        go_before_jump(ui);
    } else if (letter && action == ACT_MARK) {
        struct mark mark = mark_here(ui);
        mark.letter = (char)key;
        keep_mark(ui, &mark);
    } else if (letter) {
        want(ui, (struct effect){ .kind = EFFECT_TO_MARK, .article = ui->opened, .letter = (char)key });
    } else if (key != K_ESC) {
        say(ui, "%s", tr("a mark is a letter from a to z or A to Z"));
    }
}

void take_mark_place(struct ui *ui, const struct event *event)
{
    if (event->place)
        travel(ui, (struct trip){ .report = event->report, .to_place = true, .place = *event->place });
    else
        say(ui, "%.*s", printed(event->message), event->message.p);
}

void take_marks(struct ui *ui, const struct event *event)
{
    marks_take(&ui->marks, event->marks);
    ui->margin_of = NULL;
}

/* Where a mark stands in what is shown of its report. */
static struct place shown_mark(const struct ui *ui, const struct mark *mark)
{
    const struct article *shown = ui->reading.article;
    return shown->is_capture ? align_place(article_written(ui->opened), mark->place, shown) : place_shown(shown, mark->place);
}

void show_margin(struct ui *ui)
{
    enum { MOST = 200 }; /* in a capture: each is looked for from its start */
    const struct marks *marks = &ui->marks.marks;
    const struct article *shown = ui->reading.article;
    if (!shown || shown == ui->margin_of)
        return;
    ui->margin_of = shown;
    reading_clear_margin(&ui->reading);
    if (shown->is_capture)
        reading_add_removed(&ui->reading, article_written(ui->opened));
    for (size_t i = 0, n = 0; i < marks->n && (n < MOST || !shown->is_capture); i++) {
        const struct mark *mark = &marks->v[i];
        if (strcmp(mark->id, ui->opened->id) != 0)
            continue;
        reading_add_margin(&ui->reading, mark->letter ? mark->letter : '+', shown_mark(ui, mark));
        n++;
    }
}

/* Notes: one writes line by line; an empty line ends it. */

static void next_line(struct ui *ui, struct str text)
{
    prompt_start(&ui->prompt, TR("note: "), text);
    ui->prompt.fresh = false;
    ui->prompt.cursor = ui->prompt.n;
}

void start_note(struct ui *ui, const struct mark *old)
{
    if (!old && !can_mark(ui))
        return;
    struct mark new = old ? *old : mark_here(ui);
    ui->note = new;
    ui->note_n = 0;
    if (old && old->text.n && old->text.n < sizeof ui->note_text) {
        memcpy(ui->note_text, old->text.p, old->text.n);
        ui->note_text[old->text.n] = '\n';
        ui->note_n = old->text.n + 1;
    }
    ui->asking = ASKING_NOTE;
    next_line(ui, STR(""));
}

static void end_note(struct ui *ui)
{
    ui->asking = ASKING_NOTHING;
    while (ui->note_n && ui->note_text[ui->note_n - 1] == '\n')
        ui->note_n--;
    if (ui->note_n == 0)
        return;
    ui->note.text = (struct str){ ui->note_text, ui->note_n };
    keep_mark(ui, &ui->note);
}

static void add_line(struct ui *ui)
{
    struct str line = prompt_text(&ui->prompt);
    if (ui->note_n + line.n + 1 > sizeof ui->note_text) {
        say(ui, "%s", tr("the note is full"));
        return;
    }
    memcpy(ui->note_text + ui->note_n, line.p, line.n);
    ui->note_n += line.n;
    ui->note_text[ui->note_n++] = '\n';
    next_line(ui, STR(""));
}

/* Takes the last line back to be edited. */
static void last_line(struct ui *ui)
{
    if (ui->note_n && ui->note_text[ui->note_n - 1] == '\n')
        ui->note_n--;
    size_t start = ui->note_n;
    while (start && ui->note_text[start - 1] != '\n')
        start--;
    next_line(ui, (struct str){ ui->note_text + start, ui->note_n - start });
    ui->note_n = start;
}

void note_event(struct ui *ui, uint32_t key)
{
    switch (prompt_key(&ui->prompt, key)) {
    case PROMPT_DONE:
        if (ui->prompt.n)
            add_line(ui);
        else
            end_note(ui);
        break;
    case PROMPT_LEFT:
        if (key == K_BACKSPACE && ui->note_n) {
            last_line(ui);
            break;
        }
        ui->asking = ASKING_NOTHING;
        say(ui, "%s", tr("the note was not kept"));
        break;
    default: break;
    }
}

/* The pane of marks. */

void open_marks(struct ui *ui)
{
    if (ui->focus != PANE_MARKS)
        ui->behind_pane = ui->focus == PANE_HELP || ui->focus == PANE_ROSTER ? PANE_LIST : ui->focus;
    go_to_pane(ui, PANE_MARKS);
    want(ui, (struct effect){ .kind = EFFECT_MARKS });
}

void go_to_marked(struct ui *ui)
{
    const struct mark *mark = marks_current(&ui->marks);
    if (!mark)
        return;
    ui->mark = *mark;
    want(ui, (struct effect){ .kind = EFFECT_TO_MARK, .mark = &ui->mark });
}

void unmark(struct ui *ui)
{
    const struct mark *mark = marks_current(&ui->marks);
    if (mark)
        want(ui, (struct effect){ .kind = EFFECT_UNMARK, .position = (size_t)mark->number });
}

/* Copying. */

void copy_passage(struct ui *ui)
{
    if (!can_mark(ui))
        return;
    const struct hit *sentence = &ui->reading.sentence;
    struct place point = reading_point(&ui->reading);
    struct hit passage = { .paragraph = point.paragraph, .from = 0, .to = article_paragraph(ui->opened, point.paragraph).n };
    if (sentence->to && sentence->paragraph == point.paragraph && sentence->from == point.offset && ui->count == 0)
        passage = *sentence;
    want(ui, (struct effect){ .kind = EFFECT_COPY, .article = ui->opened, .passage = passage, .position = ui->count ? ui->count : 1 });
}
