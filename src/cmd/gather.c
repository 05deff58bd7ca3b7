/* Who is named in the reports of a listing, and which set phrases they use. */
#include "cmd/gather.h"

#include "article/roll.h"
#include "article/terms.h"
#include "base/buf.h"
#include "text/han.h"

/* The reports, and the number of each. */
struct gathered {
    const struct article **v;
    uint32_t *numbers;
    size_t n;
};

static struct gathered read_reports(struct arena *arena, struct library *library, const struct listing *listing)
{
    size_t most = listing->n < GATHERED_MOST ? listing->n : GATHERED_MOST;
    struct gathered all = { NEW_N(arena, const struct article *, most + 1), NEW_N(arena, uint32_t, most + 1), 0 };
    struct err err;
    for (size_t i = 0; i < most; i++) {
        uint32_t number = listing->v[i] & LISTED_NUMBER;
        const struct article *article = library_article(library, arena, number, &err);
        if (!article)
            continue;
        all.v[all.n] = article;
        all.numbers[all.n++] = number;
    }
    return all;
}

/* The year of a report, 0 where it is not known. */
static int year_of(const struct article *article)
{
    size_t at = 0;
    struct str day = article->date.n ? article->date : article->published;
    int year = day.n >= 4 ? han_number(str_sub(day, 0, 4), &at) : -1;
    return year > 0 ? year : 0;
}

static void take_year(struct roster_row *row, int year)
{
    if (year && (!row->first || year < row->first))
        row->first = year;
    if (year > row->last)
        row->last = year;
}

static struct str roles_of(struct arena *arena, const struct roll_person *person)
{
    struct buf roles = buf_make(arena, 4096);
    for (size_t i = 0; i < person->roles.n; i++) {
        if (i)
            buf_add(&roles, STR("、"));
        buf_add(&roles, person->roles.v[i].role);
    }
    return buf_str(&roles);
}

static struct roster people_of(struct arena *arena, const struct gathered *all)
{
    struct roll roll = roll_call(arena, all->v, all->n);
    struct roster_row *v = NEW_N(arena, struct roster_row, roll.n + 1);
    for (size_t i = 0; i < roll.n; i++) {
        const struct roll_person *person = &roll.v[i];
        v[i] = (struct roster_row){ .text = person->name, .roles = roles_of(arena, person), .n_reports = person->articles.n };
        for (size_t k = 0; k < person->articles.n; k++)
            take_year(&v[i], year_of(person->articles.v[k]));
    }
    return (struct roster){ .v = v, .n = roll.n };
}

static struct roster terms_of_all(struct arena *arena, const struct gathered *all)
{
    struct terms terms = terms_gather(arena, all->v, all->n);
    struct roster_row *v = NEW_N(arena, struct roster_row, terms.n + 1);
    for (size_t i = 0; i < terms.n; i++) {
        const struct term *term = &terms.v[i];
        v[i] = (struct roster_row){ .text = term->text, .n_reports = term->n_articles };
        if (term->years.n == 0)
            continue;
        v[i].first = term->years.v[0].year;
        v[i].last = term->years.v[term->years.n - 1].year;
        unsigned *years = NEW_N(arena, unsigned, (size_t)(v[i].last - v[i].first) + 1);
        for (size_t k = 0; k < term->years.n; k++)
            years[term->years.v[k].year - v[i].first] = (unsigned)term->years.v[k].n_articles;
        v[i].years = years;
    }
    return (struct roster){ .v = v, .n = terms.n, .terms = true };
}

struct roster gather_roster(struct arena *arena, struct library *library, const struct listing *listing, bool terms)
{
    struct gathered all = read_reports(arena, library, listing);
    return terms ? terms_of_all(arena, &all) : people_of(arena, &all);
}
