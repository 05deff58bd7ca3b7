/* Plays the corpora of the fuzz targets through them as an ordinary test: each file whole, and cut at seven places. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LLVMFuzzerTestOneInput fuzz_decode
#include "fuzz/fuzz_decode.c"
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput fuzz_html
#include "fuzz/fuzz_html.c"
#undef LLVMFuzzerTestOneInput
#define LLVMFuzzerTestOneInput fuzz_clean
#include "fuzz/fuzz_clean.c"
#undef LLVMFuzzerTestOneInput

enum { LARGEST = 1 << 20 };

typedef int target(const uint8_t *data, size_t size);

/* A copy of the exact size, so that a byte read beyond its end is found. */
static void play(target *run, const unsigned char *data, size_t n)
{
    unsigned char *copy = malloc(n ? n : 1);
    if (!copy)
        exit(2);
    if (n)
        memcpy(copy, data, n);
    run(copy, n);
    free(copy);
}

static void play_file(target *run, const char *path)
{
    static unsigned char data[LARGEST];
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(2);
    }
    size_t n = fread(data, 1, sizeof data, file);
    fclose(file);
    for (size_t i = 1; i <= 8; i++)
        play(run, data, n * i / 8);
}

/* Plays every file of a folder; answers how many there were. */
static int play_folder(target *run, const char *folder)
{
    DIR *dir = opendir(folder);
    int n = 0;
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        char path[4096];
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        play_file(run, path);
        n++;
    }
    if (dir)
        closedir(dir);
    return n;
}

int main(void)
{
    static const struct {
        target *run;
        const char *folder;
    } rows[] = {
        { fuzz_decode, SOURCE_ROOT "/tests/fuzz/corpus/decode" },
        { fuzz_html, SOURCE_ROOT "/tests/fuzz/corpus/html" },
        { fuzz_clean, SOURCE_ROOT "/tests/fuzz/corpus/decode" },
        { fuzz_clean, SOURCE_ROOT "/tests/fuzz/corpus/html" },
        { fuzz_clean, SOURCE_ROOT "/tests/clean/pages" },
        { fuzz_clean, SOURCE_ROOT "/data/articles" },
        { fuzz_decode, SOURCE_ROOT "/data/articles" },
        { fuzz_html, SOURCE_ROOT "/data/articles" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (play_folder(rows[i].run, rows[i].folder) == 0) {
            fprintf(stderr, "nothing to play in %s\n", rows[i].folder);
            return 1;
        }
    return 0;
}
