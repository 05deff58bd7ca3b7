/* The roles that a text prints in front of a name and behind it. */
#ifndef DAHUI_CLEAN_ROLE_H
#define DAHUI_CLEAN_ROLE_H

#include "base/arena.h"
#include "clean/name.h"

/* One or several roles, slices of the scanned text: 市人大常委会副主任、市总工会主席 are two. `credit`: it is a reporter's or an editor's. `heading`:
 * a colon parts it from the names, all of whom have it (副书记:李明、王芳). */
struct roles {
    ARRAY(struct str) list;
    bool credit, heading;
};

/* The roles that end in front of character i, blanks between left aside. They do not reach over `floor`, where the name before ended. */
struct roles role_before(struct arena *arena, const struct scan *scan, size_t i, size_t floor);

/* What somebody is called behind a name that ends at j: a title (总书记), 同志. */
struct roles role_after(struct arena *arena, const struct scan *scan, size_t j);

/* What somebody becomes behind a name that ends at j: (同志)为, 当选, 任 … and the role up to the next mark. */
struct roles role_new(struct arena *arena, const struct scan *scan, size_t j);

bool role_is_new(const struct scan *scan, size_t j);

/* May others of a list share it: 市领导, 副主席? Not 市长, of which there is one. */
bool role_shared(struct str role);

#endif
