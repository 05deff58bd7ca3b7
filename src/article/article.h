/* What a report is: the values that cleaning yields and everything above reads. */
#ifndef DAHUI_ARTICLE_ARTICLE_H
#define DAHUI_ARTICLE_ARTICLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

/* Everything in an article lives in the arena it was made in, or in the source bytes, which live as long.
 * A slice with p == NULL is an unknown field: printed as null. Offsets are bytes in the cleaned paragraph;
 * code points are counted only where a number leaves the program (article/json, cmd). */

enum session { SESSION_NONE, SESSION_OPENING, SESSION_CLOSING, SESSION_FULL };
enum date_from { DATE_UNKNOWN, DATE_PRINTED, DATE_PUBLISHED, DATE_INFERRED };
enum script { SCRIPT_HANS, SCRIPT_HANT };

/* The congress that a report is about. */
struct congress {
    struct str name;         /* as printed: 石家庄市栾城区工会第二次代表大会 */
    struct str place;        /* 石家庄市栾城区 */
    struct str level;        /* 省 市 区 县 …: last character of the place as a rule */
    struct str organisation; /* 工会 */
    struct str kind;         /* 工会代表大会, in simplified characters */
    int ordinal;             /* 2; 0: unknown or hidden */
    bool redacted;           /* its place or ordinal is hidden by × */
};

struct author {
    struct str role; /* 记者, 通讯员, 责任编辑, 一审 …; p NULL: none printed */
    struct str name;
};

enum heading_kind {
    HEADING_NUMBERED,    /* 一、 （一） 1. 第一, */
    HEADING_SPEAKER,     /* 虎强要求 */
    HEADING_ENUMERATION, /* 一是… 二要… */
    HEADING_DEMAND,      /* 要… under a speaker */
    HEADING_CEREMONY,    /* 开幕, 致贺词, 闭幕 */
    HEADING_LEAD,        /* the sentence that says what the report tells of */
    HEADING_GAP,         /* a place where the page says that text is hidden, or a number that is missing */
};

/* A section of the text: where it begins and what to call it. */
struct heading {
    int level; /* 1 to 3 */
    enum heading_kind kind;
    struct str text; /* a literal piece of the paragraph; 缺二 for a number that is missing */
    size_t paragraph, offset;
};

struct person {
    struct str name;
    struct str *roles; /* as printed, in order of first mention */
    size_t n_roles;
    size_t *paragraphs; /* ascending; none for somebody who is named only under a picture */
    size_t n_paragraphs;
};

struct gap {
    size_t paragraph;
    long chars; /* hidden code points, or -1 */
    struct str printed;
};

enum removed_class {
    REMOVED_HTML_TAG,
    REMOVED_NBSP_INDENT,
    REMOVED_WHITESPACE,
    REMOVED_PINYIN,
    REMOVED_CHROME,
    REMOVED_IMAGE,
    REMOVED_KEYWORDS,
    REMOVED_CREDIT,
    REMOVED_RELATED,
    N_REMOVED_CLASSES
};

/* Something of the capture that is not in the text, as it stood there. */
struct removed {
    enum removed_class class;
    struct str text;
    size_t at; /* byte of the decoded capture where it stood, as near as cleaning knows: what they are in order of */
};

/* Where a paragraph that the page had cut in two was put together. */
struct join {
    size_t paragraph, offset;
};

/* Something that was put right. What went with what was removed has the place nearest to it. */
struct repair {
    struct str from, to;
    size_t paragraph, offset; /* paragraph (size_t)-1 is the title */
};

enum note_kind {
    NOTE_DECODED,  /* how the bytes were read, how sure, how many bad places */
    NOTE_GUESSED,  /* a field that the text does not print */
    NOTE_LOST,     /* characters that the page seems to have lost */
    NOTE_REPAIRED, /* mojibake or a byte slip undone */
    NOTE_DAMAGED,  /* a cut end, a missing number */
    NOTE_REDACTED, /* runs of signs that stand for what was struck out */
};

/* Something that `dahui check` has to say. */
struct note {
    enum note_kind kind;
    struct str text;
};

struct article {
    char id[17];        /* hex of a hash over the cleaned text, NUL-ended */
    const char *file;   /* path as given (bytes of the system, not text); set by the library */
    size_t part, parts; /* 1-based number in that file, and how many the file holds */
    bool brief;         /* people and sections are not read yet */
    bool is_beginning;  /* only what a large file begins with: id, size, sections and people are not those of the report */
    bool is_capture;    /* this is the capture itself, line by line, to be shown as it stands */
    const struct article *written; /* this is a copy in the other script (article/script) of this one; NULL: it is as it was written */

    struct str title, subtitle;
    struct congress *congress; /* NULL: a report of no congress */
    enum session session;
    struct str date; /* of the event, ISO: 2022-02-25, 2022-02 or 2022 */
    enum date_from date_from;
    struct str published, source;
    struct author *authors;
    size_t n_authors;
    int delegates; /* -1: unknown */
    enum script script;
    const char *encoding; /* iconv name of what was decoded; static */
    size_t chars;         /* code points of all paragraphs */

    struct str *paragraphs;
    size_t n_paragraphs;
    struct heading *outline;
    size_t n_outline;
    struct person *people; /* NULL with n_people 0: nobody is named */
    size_t n_people;
    struct gap *gaps;
    size_t n_gaps;
    struct removed *removed;
    size_t n_removed;
    struct join *joins;
    size_t n_joins;
    struct repair *repairs;
    size_t n_repairs;
    struct note *notes;
    size_t n_notes;
};

/* A place in an article. Paragraph PLACE_TITLE is the title, PLACE_SUBTITLE the subtitle. */
struct place {
    size_t paragraph;
    size_t offset; /* bytes */
};
#define PLACE_TITLE ((size_t)-1)
#define PLACE_SUBTITLE ((size_t)-2)

/* The text that a place's paragraph number means; empty for one that the article does not have. */
struct str article_paragraph(const struct article *article, size_t paragraph);

/* The day it appeared, else the day it tells of; empty where neither is known. */
struct str article_day(const struct article *article);

/* Order of two places in reading: title, subtitle, paragraphs. */
int place_cmp(struct place a, struct place b);

/* Fills id and chars, once title and paragraphs stand. */
void article_seal(struct article *article);

/* A copy in another arena that shares nothing with the original but `file` and static words (article/copy). */
struct article *article_copy(struct arena *arena, const struct article *article);

/* The names that the fields and classes have outside: opening, printed, hans, heading, page-chrome …; NULL where the value means unknown. */
const char *session_name(enum session session);
const char *date_from_name(enum date_from from);
const char *script_name(enum script script);
const char *heading_kind_name(enum heading_kind kind);
const char *removed_class_name(enum removed_class class);
const char *note_kind_name(enum note_kind kind);

#endif
