/* Entries as bytes. */
#ifndef DAHUI_LIBRARY_PACK_H
#define DAHUI_LIBRARY_PACK_H

#include "article/entry.h"
#include "base/buf.h"

/* Adds all of an entry but its number and its file, which the catalogue knows. */
void entry_pack(struct buf *out, const struct entry *entry);

/* Reads it back, with slices of the bytes; false where they are no such thing. */
bool entry_unpack(struct bytes bytes, struct entry *entry);

/* The id, sixteen digits, as a number. */
uint64_t id_number(const char *id);

#endif
