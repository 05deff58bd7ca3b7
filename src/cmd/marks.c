/* dahui marks: all marks and notes; dahui export: the same as Markdown. */
#include <stdio.h>

#include "article/json.h"
#include "cmd/cmd.h"
#include "cmd/export.h"
#include "cmd/output.h"
#include "host/state.h"
#include "text/utf8.h"

/* {letter, id, file, part, title, source, date, paragraph, quote, text, time}; null where there is none */
static void print_mark_json(struct arena *arena, const struct mark *mark)
{
    json_t *o = json_object();
    json_object_set_new(o, "letter", mark->letter ? json_stringn(&mark->letter, 1) : json_null());
    json_object_set_new(o, "id", json_string(mark->id));
    json_object_set_new(o, "file", str_json(mark->file));
    json_object_set_new(o, "part", json_integer((json_int_t)mark->part));
    json_object_set_new(o, "title", str_json(mark->title));
    json_object_set_new(o, "source", mark->source.n ? str_json(mark->source) : json_null());
    json_object_set_new(o, "date", mark->day.n ? str_json(mark->day) : json_null());
    json_object_set_new(o, "paragraph", json_integer((json_int_t)mark->place.paragraph)); /* -1: the title */
    json_object_set_new(o, "quote", str_json(mark->quote));
    json_object_set_new(o, "text", mark->text.n ? str_json(mark->text) : json_null());
    json_object_set_new(o, "time", json_integer(mark->time));
    print_json(arena, o);
}

/* LETTER (- for a note), TITLE, ¶, what stands there, what was noted; parted by tabs. */
static void print_mark(struct arena *arena, const struct mark *mark)
{
    printf("%c\t", mark->letter ? mark->letter : '-');
    print_safe(arena, mark->title);
    printf("\t%lld\t", (long long)mark->place.paragraph + 1);
    print_safe(arena, mark->quote);
    putchar('\t');
    print_safe(arena, mark->text);
    putchar('\n');
}

/* All marks of the user, or of the folder that --state names; complains where not all is well. */
static bool read_marks(struct arena *arena, const struct options *options, struct marks *marks)
{
    struct err err;
    struct state *state = state_open(options->state ? options->state : state_folder(arena), &err);
    if (err.text[0])
        complain("%s", err.text);
    state_marks(arena, state, NULL, marks);
    state_close(state);
    return !err.text[0];
}

int cmd_marks(const struct options *options)
{
    struct arena arena = { 0 };
    struct marks marks = { 0 };
    bool fine = read_marks(&arena, options, &marks);
    for (size_t i = 0; i < marks.n; i++)
        (options->json ? print_mark_json : print_mark)(&arena, &marks.v[i]);
    arena_finish(&arena);
    return !fine ? EXIT_TROUBLE : marks.n ? EXIT_DONE : EXIT_NOTHING;
}

int cmd_export(const struct options *options)
{
    struct arena arena = { 0 };
    struct marks marks = { 0 };
    bool fine = read_marks(&arena, options, &marks);
    struct buf out = buf_make(&arena, (size_t)1 << 30);
    export_marks(&out, &marks);
    print_safe_lines(&arena, buf_str(&out));
    arena_finish(&arena);
    return !fine ? EXIT_TROUBLE : marks.n ? EXIT_DONE : EXIT_NOTHING;
}
