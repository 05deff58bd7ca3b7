/* A report as JSON: the fields that scripts rely on. */
#include "article/json.h"

#include "text/safe.h"
#include "text/utf8.h"

json_t *str_json(struct str s)
{
    return s.p ? json_stringn(s.p, s.n) : json_null();
}

static json_t *name_json(const char *name)
{
    return name ? json_string(name) : json_null();
}

static json_t *number_json(long n, bool known)
{
    return known ? json_integer(n) : json_null();
}

static json_t *size_json(size_t n)
{
    return json_integer((json_int_t)n);
}

long paragraph_number(size_t paragraph)
{
    return paragraph == PLACE_TITLE ? -1 : paragraph == PLACE_SUBTITLE ? -2 : (long)paragraph;
}

size_t offset_number(const struct article *article, size_t paragraph, size_t offset)
{
    return utf8_count(str_sub(article_paragraph(article, paragraph), 0, offset));
}

static void set(json_t *object, const char *key, json_t *value)
{
    json_object_set_new(object, key, value);
}

static void set_place(json_t *object, const struct article *article, size_t paragraph, size_t offset)
{
    set(object, "paragraph", json_integer(paragraph_number(paragraph)));
    set(object, "offset", size_json(offset_number(article, paragraph, offset)));
}

static json_t *congress_json(const struct congress *congress)
{
    if (!congress)
        return json_null();
    json_t *o = json_object();
    set(o, "name", str_json(congress->name));
    set(o, "place", str_json(congress->place));
    set(o, "level", str_json(congress->level));
    set(o, "organisation", str_json(congress->organisation));
    set(o, "kind", str_json(congress->kind));
    set(o, "ordinal", number_json(congress->ordinal, congress->ordinal > 0));
    return o;
}

static json_t *authors_json(const struct article *article)
{
    json_t *all = json_array();
    for (size_t i = 0; i < article->n_authors; i++) {
        json_t *o = json_object();
        set(o, "role", str_json(article->authors[i].role));
        set(o, "name", str_json(article->authors[i].name));
        json_array_append_new(all, o);
    }
    return all;
}

json_t *article_json(struct arena *arena, const struct article *article)
{
    json_t *o = json_object();
    set(o, "id", json_string(article->id));
    set(o, "file", str_json(safe_name_cstr(arena, article->file ? article->file : "")));
    set(o, "part", size_json(article->part));
    set(o, "title", str_json(article->title));
    set(o, "subtitle", str_json(article->subtitle));
    set(o, "congress", congress_json(article->congress));
    set(o, "session", name_json(session_name(article->session)));
    set(o, "date", str_json(article->date));
    set(o, "date_from", name_json(date_from_name(article->date_from)));
    set(o, "published", str_json(article->published));
    set(o, "source", str_json(article->source));
    set(o, "authors", authors_json(article));
    set(o, "delegates", number_json(article->delegates, article->delegates >= 0));
    set(o, "script", name_json(script_name(article->script)));
    set(o, "encoding", name_json(article->encoding));
    set(o, "chars", size_json(article->chars));
    set(o, "paragraphs", size_json(article->n_paragraphs));
    set(o, "notes", size_json(article->n_notes));
    return o;
}

json_t *heading_json(const struct article *article, const struct heading *heading)
{
    json_t *o = json_object();
    set(o, "level", json_integer(heading->level));
    set(o, "kind", name_json(heading_kind_name(heading->kind)));
    set(o, "heading", str_json(heading->text));
    set_place(o, article, heading->paragraph, heading->offset);
    return o;
}

static json_t *text_json(const struct article *article)
{
    json_t *all = json_array();
    for (size_t i = 0; i < article->n_paragraphs; i++)
        json_array_append_new(all, str_json(article->paragraphs[i]));
    return all;
}

static json_t *outline_json(const struct article *article)
{
    json_t *all = json_array();
    for (size_t i = 0; i < article->n_outline; i++)
        json_array_append_new(all, heading_json(article, &article->outline[i]));
    return all;
}

static json_t *people_json(const struct article *article)
{
    json_t *all = json_array();
    for (size_t i = 0; i < article->n_people; i++) {
        const struct person *person = &article->people[i];
        json_t *o = json_object(), *roles = json_array(), *paragraphs = json_array();
        for (size_t k = 0; k < person->n_roles; k++)
            json_array_append_new(roles, str_json(person->roles[k]));
        for (size_t k = 0; k < person->n_paragraphs; k++)
            json_array_append_new(paragraphs, size_json(person->paragraphs[k]));
        set(o, "name", str_json(person->name));
        set(o, "roles", roles);
        set(o, "paragraphs", paragraphs);
        json_array_append_new(all, o);
    }
    return all;
}

static json_t *gaps_json(const struct article *article)
{
    json_t *all = json_array();
    for (size_t i = 0; i < article->n_gaps; i++) {
        json_t *o = json_object();
        set(o, "paragraph", size_json(article->gaps[i].paragraph));
        set(o, "chars", number_json(article->gaps[i].chars, article->gaps[i].chars >= 0));
        set(o, "printed", str_json(article->gaps[i].printed));
        json_array_append_new(all, o);
    }
    return all;
}

static json_t *removed_json(const struct article *article)
{
    json_t *all = json_array();
    for (size_t i = 0; i < article->n_removed; i++) {
        json_t *o = json_object();
        set(o, "class", name_json(removed_class_name(article->removed[i].class)));
        set(o, "text", str_json(article->removed[i].text));
        json_array_append_new(all, o);
    }
    return all;
}

static json_t *joins_json(const struct article *article)
{
    json_t *all = json_array();
    for (size_t i = 0; i < article->n_joins; i++) {
        json_t *o = json_object();
        set_place(o, article, article->joins[i].paragraph, article->joins[i].offset);
        json_array_append_new(all, o);
    }
    return all;
}

static json_t *repairs_json(const struct article *article)
{
    json_t *all = json_array();
    for (size_t i = 0; i < article->n_repairs; i++) {
        const struct repair *repair = &article->repairs[i];
        json_t *o = json_object();
        set(o, "from", str_json(repair->from));
        set(o, "to", str_json(repair->to));
        set_place(o, article, repair->paragraph, repair->offset);
        json_array_append_new(all, o);
    }
    return all;
}

json_t *article_json_whole(struct arena *arena, const struct article *article)
{
    json_t *o = article_json(arena, article);
    set(o, "text", text_json(article));
    set(o, "outline", outline_json(article));
    set(o, "people", people_json(article));
    set(o, "gaps", gaps_json(article));
    set(o, "removed", removed_json(article));
    set(o, "joins", joins_json(article));
    set(o, "repairs", repairs_json(article));
    return o;
}

static json_t *notes_json(const struct article *article)
{
    json_t *all = json_array();
    for (size_t i = 0; i < article->n_notes; i++) {
        json_t *o = json_object();
        set(o, "kind", name_json(note_kind_name(article->notes[i].kind)));
        set(o, "text", str_json(article->notes[i].text));
        json_array_append_new(all, o);
    }
    return all;
}

static json_t *removed_counts_json(const struct article *article)
{
    size_t counts[N_REMOVED_CLASSES] = { 0 };
    json_t *o = json_object();
    for (size_t i = 0; i < article->n_removed; i++)
        counts[article->removed[i].class]++;
    for (size_t i = 0; i < N_REMOVED_CLASSES; i++)
        if (counts[i])
            set(o, removed_class_name((enum removed_class)i), size_json(counts[i]));
    return o;
}

json_t *article_json_check(struct arena *arena, const struct article *article)
{
    json_t *o = json_object();
    set(o, "id", json_string(article->id));
    set(o, "file", str_json(safe_name_cstr(arena, article->file ? article->file : "")));
    set(o, "part", size_json(article->part));
    set(o, "encoding", name_json(article->encoding));
    set(o, "notes", notes_json(article));
    set(o, "removed", removed_counts_json(article));
    set(o, "joins", joins_json(article));
    set(o, "gaps", gaps_json(article));
    set(o, "repairs", repairs_json(article));
    return o;
}
