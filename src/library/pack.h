/* Entries and mentions as bytes. */
#ifndef DAHUI_LIBRARY_PACK_H
#define DAHUI_LIBRARY_PACK_H

#include "article/entry.h"
#include "article/mentions.h"
#include "base/buf.h"

/* Adds all of an entry but its number and its file, which the catalogue knows. */
void entry_pack(struct buf *out, const struct entry *entry);

/* Reads it back, with slices of the bytes; false where they are no such thing. */
bool entry_unpack(struct bytes bytes, struct entry *entry);

/* Adds all that a report mentions, but for the places of people: text in 16-bit units, two thirds of the room that it takes otherwise. */
void mentions_pack(struct buf *out, const struct mentions *mentions);

/* Reads it back, copied into the arena; false where the bytes are no such thing. No bytes are a report that mentions nothing. */
bool mentions_unpack(struct arena *arena, struct bytes bytes, struct mentions *mentions);

/* The id, sixteen digits, as a number. */
uint64_t id_number(const char *id);

#endif
