/* Writes reports of our own making into a folder: made_up FOLDER COUNT. */
#include <stdio.h>
#include <stdlib.h>

#include "made_up.h"

int main(int argc, char **argv)
{
    struct dice dice = { 67 };
    int count = argc == 3 ? atoi(argv[2]) : 0;
    if (count < 1)
        return 2;
    for (int i = 0; i < count; i++) {
        struct arena arena = { 0 };
        char path[4096];
        snprintf(path, sizeof path, "%s/%04d.txt", argv[1], i);
        FILE *file = fopen(path, "w");
        if (!file)
            return 2;
        fprintf(file, "某市工会第%d次代表大会开幕\n", i + 1);
        for (size_t k = 1 + roll_below(&dice, 4); k > 0; k--) {
            struct str s = made_up_paragraph(&arena, &dice);
            fprintf(file, "\n%.*s\n", (int)s.n, s.p);
        }
        fclose(file);
        arena_finish(&arena);
    }
    return 0;
}
