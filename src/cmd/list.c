/* dahui list: one line an article. */
#include <stdio.h>

#include "article/json.h"
#include "base/buf.h"
#include "base/tr.h"
#include "cmd/cmd.h"
#include "cmd/output.h"
#include "host/terminal.h"
#include "library/ordering.h"
#include "text/cell.h"
#include "text/safe.h"

enum { COLUMNS = 5, WIDEST = 40 };

/* What a line says: date, congress, session, title, name. People read the session in their language, scripts by its name in JSON. */
static void fields_of(struct arena *arena, const struct entry *entry, bool for_people, struct str fields[COLUMNS])
{
    static const char *const sessions[] = { "", TR_LATER("opening"), TR_LATER("closing"), TR_LATER("whole") };
    fields[0] = entry->date.p ? entry->date : entry->published.p ? entry->published : STR("-");
    fields[1] = entry->congress.name.p ? safe_line(arena, entry->congress.name) : STR("-");
    fields[2] = !entry->session ? STR("-") : for_people ? TR(sessions[entry->session]) : str_of(session_name(entry->session));
    fields[3] = safe_line(arena, entry->title);
    fields[4] = article_name(arena, entry->file, entry->part);
}

/* For scripts: NAME, DATE, CONGRESS, SESSION, TITLE parted by tabs. */
static void print_fields(struct str fields[COLUMNS])
{
    static const int order[COLUMNS] = { 4, 0, 1, 2, 3 };
    for (int i = 0; i < COLUMNS; i++)
        printf("%s%.*s", i ? "\t" : "", (int)fields[order[i]].n, fields[order[i]].p);
    putchar('\n');
}

/* For people: columns. */
static void print_columns(struct str fields[COLUMNS], const size_t widths[COLUMNS])
{
    for (int i = 0; i < COLUMNS; i++) {
        size_t cells = cells_of(fields[i]);
        printf("%.*s", (int)fields[i].n, fields[i].p);
        if (i + 1 < COLUMNS)
            print_blanks((cells < widths[i] ? widths[i] - cells : 0) + 2);
    }
    putchar('\n');
}

/* The fields of a report of the library, in an arena that held those of the one before. */
static void fields_at(struct library *library, struct arena *work, uint32_t listed, bool columns, struct str fields[COLUMNS])
{
    struct entry entry;
    arena_reset(work);
    library_entry(library, work, listed & LISTED_NUMBER, &entry);
    fields_of(work, &entry, columns, fields);
}

/* How wide each column is. */
static void measure(struct library *library, const uint32_t *numbers, size_t n, size_t widths[COLUMNS])
{
    struct arena work = { 0 };
    for (size_t i = 0; i < n; i++) {
        struct str fields[COLUMNS];
        fields_at(library, &work, numbers[i], true, fields);
        for (int k = 0; k < COLUMNS; k++) {
            size_t cells = cells_of(fields[k]);
            if (cells > widths[k])
                widths[k] = cells > WIDEST ? WIDEST : cells;
        }
    }
    arena_finish(&work);
}

static void print_list(struct library *library, enum order_key sort)
{
    bool columns = output_is_terminal();
    size_t widths[COLUMNS] = { 0 }, n = library_count(library);
    const uint32_t *numbers = library_order(library, &library->arena, sort, false);
    struct arena work = { 0 };
    if (columns)
        measure(library, numbers, n, widths);
    for (size_t i = 0; i < n; i++) {
        struct str fields[COLUMNS];
        fields_at(library, &work, numbers[i], columns, fields);
        if (columns)
            print_columns(fields, widths);
        else
            print_fields(fields);
    }
    arena_finish(&work);
}

/* All that is known of each, which is more than a catalogue has. */
static void print_all_json(struct library *library, enum order_key sort)
{
    order_articles(&library->arena, library->articles.v, library->articles.n, sort, false);
    for (size_t i = 0; i < library->articles.n; i++)
        print_json(&library->arena, article_json(&library->arena, library->articles.v[i]));
}

int cmd_list(const struct options *options)
{
    struct library library = { 0 };
    if (options->json) {
        load_operands(&library, options, 0);
        print_all_json(&library, options->sort);
    } else {
        open_operands(&library, options, 0);
        print_list(&library, options->sort);
    }
    int status = report_problems(&library);
    library_finish(&library);
    return status;
}
