/* Files of the system: reading one whole, and finding those below a path. */
#ifndef DAHUI_HOST_FILE_H
#define DAHUI_HOST_FILE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

/* No capture is larger; what is, is refused rather than half read. */
#define FILE_LIMIT ((size_t)256 << 20)

/* Reads a regular file whole into the arena (it is never mapped: a file cut by another program would kill us).
 * Refused with words: what cannot be opened, a folder, a pipe, a device, a socket, more than FILE_LIMIT bytes. Never blocks on a pipe. */
bool file_read(struct arena *arena, const char *path, struct bytes *to, struct err *err);

/* The first `most` bytes of a regular file that has more, and that file_read would read; false for any other. */
bool file_read_start(struct arena *arena, const char *path, size_t most, struct bytes *to);

/* Its size; 0 where there is no such file. */
size_t file_size(const char *path);

/* Reads standard input to its end; the same limit. */
bool file_read_input(struct arena *arena, struct bytes *to, struct err *err);

/* Does anything stand at the path? */
bool file_exists(const char *path);

/* The files at or below a path, and what was passed over on the way. */
struct walk {
    ARRAY(struct walk_file {
        const char *path;
        uint64_t size;  /* size and time of change (nanoseconds since 1970) of what was found in a folder; */
        int64_t mtime;  /* zero for a path that is no folder itself */
    }) files;           /* in the order of their names, folder by folder */
    ARRAY(struct walk_file) folders; /* that were visited, in that order; the same of them */
    ARRAY(struct walk_problem {
        const char *message; /* cannot open folder 'x': Permission denied */
        bool skipped;        /* true: a thing that is no file, found in a folder; false: something that should have been read */
    }) problems;
};

/* Adds what is at `path`: the file itself (whatever it is; file_read judges), or the regular files of the folder and the folders
 * in it, links followed, each folder once. Names that begin with a dot are passed over in a folder. No deeper than 64 folders. */
void walk_path(struct arena *arena, const char *path, struct walk *walk);

/* The folder that holds data/ of this program: beside the build tree or under an installation, else as it was built; NULL where none is there. */
const char *file_data_folder(struct arena *arena);

/* The folder of the translations: locale/ in the build tree, share/locale of an installation; NULL where none is there. */
const char *file_locale_folder(struct arena *arena);

#endif
