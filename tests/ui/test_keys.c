/* The key table: what it holds, other keys from the configuration file, and what is made from it: hints and the help screen. */
#include "ui/keys.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "screen/event.h"
#include "text/cell.h"
#include "ui/help.h"
#include "ui/hint.h"

static const enum pane panes[] = { PANE_LIST, PANE_READER, PANE_OUTLINE, PANE_HELP, PANE_RESULTS };
enum { N_PANES = sizeof panes / sizeof *panes };

/* Reads one sequence: how many keys. */
static size_t read_sequence(struct str sequence, uint32_t keys[8])
{
    size_t n = 0;
    while (sequence.n) {
        size_t taken = key_read(sequence, &keys[n]);
        assert_true(taken > 0 && n < 7);
        sequence = str_sub(sequence, taken, sequence.n);
        n++;
    }
    return n;
}

static enum action action_of(const struct keymap *keymap, enum pane pane, struct str sequence)
{
    uint32_t keys[8];
    bool more;
    return keys_action(keymap, pane, keys, read_sequence(sequence, keys), &more);
}

static void check_sequence(const struct keymap *keymap, enum pane pane, const struct binding *binding, struct str sequence)
{
    uint32_t keys[8];
    bool more;
    size_t n = read_sequence(sequence, keys);
    assert_in_range(n, 1, MOST_PENDING);
    assert_false(keys[0] >= '0' && keys[0] <= '9'); /* these are for counting */
    for (size_t k = 1; k < n; k++) {
        if (keys_action(keymap, pane, keys, k, &more) != ACT_NONE || !more)
            fail_msg("%.*s is hidden by a shorter one", (int)sequence.n, sequence.p);
    }
    if (keys_action(keymap, pane, keys, n, &more) != binding->action)
        fail_msg("%.*s does two things", (int)sequence.n, sequence.p);
    keys[n] = 'j';
    assert_int_equal(keys_action(keymap, pane, keys, n + 1, &more), ACT_NONE);
    assert_false(more);
}

static void one_action_a_key(void **state)
{
    (void)state;
    struct keymap keymap;
    size_t seen = 0;
    keymap_init(&keymap);
    for (size_t i = 0; i < n_bindings; i++) {
        assert_true(bindings[i].help[0] && bindings[i].panes != 0 && (bindings[i].panes & ~(unsigned)PANES) == 0);
        for (size_t p = 0; p < N_PANES; p++) {
            size_t at = 0;
            if (!(bindings[i].panes & panes[p]))
                continue;
            for (struct str sequence; keys_each(bindings[i].keys, &at, &sequence); seen++)
                check_sequence(&keymap, panes[p], &bindings[i], sequence);
        }
    }
    assert_true(seen > 100);
}

/* Each has a name of its own, and nothing in the table clashes. */
static void names_are_unique(void **state)
{
    (void)state;
    struct keymap keymap;
    struct err err;
    keymap_init(&keymap);
    for (size_t i = 0; i < n_bindings; i++) {
        struct str name = str_of(bindings[i].name);
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(bindings[k].name, bindings[i].name);
        for (size_t k = 0; k < name.n; k++)
            assert_true((name.p[k] >= 'a' && name.p[k] <= 'z') || name.p[k] == '-');
        if (keymap_clashes(&keymap, name, &err))
            fail_msg("%s: %s", bindings[i].name, err.text);
    }
}

/* Arrows, PgUp and PgDn, Home and End, Enter and Esc alone suffice. */
static void plain_keys_suffice(void **state)
{
    (void)state;
    static const uint32_t plain[] = { K_UP, K_DOWN, K_PAGE_UP, K_PAGE_DOWN, K_HOME, K_END, K_ENTER, K_ESC, K_LEFT };
    struct keymap keymap;
    bool more;
    keymap_init(&keymap);
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        assert_int_not_equal(keys_action(&keymap, PANE_LIST, &plain[i], 1, &more), ACT_NONE);
        assert_int_not_equal(keys_action(&keymap, PANE_READER, &plain[i], 1, &more), ACT_NONE);
    }
}

static void other_keys(void **state)
{
    (void)state;
    struct keymap keymap;
    struct err err;
    keymap_init(&keymap);
    assert_true(keymap_set(&keymap, STR("next-section"), STR("  > <C-n>  xy "), &err));
    assert_int_equal(action_of(&keymap, PANE_READER, STR(">")), ACT_NEXT_SECTION);
    assert_int_equal(action_of(&keymap, PANE_READER, STR("<C-n>")), ACT_NEXT_SECTION);
    assert_int_equal(action_of(&keymap, PANE_READER, STR("xy")), ACT_NEXT_SECTION);
    assert_int_equal(action_of(&keymap, PANE_READER, STR("]]")), ACT_NONE);
    assert_false(keymap_clashes(&keymap, STR("next-section"), &err));
    assert_true(keymap_set(&keymap, STR("outline"), STR(""), &err)); /* none */
    assert_int_equal(action_of(&keymap, PANE_READER, STR("t")), ACT_NONE);
}

/* Where a key is wanted twice, it does what the user said, and he is told. */
static void clashes(void **state)
{
    (void)state;
    struct keymap keymap;
    struct err err;
    keymap_init(&keymap);
    assert_true(keymap_set(&keymap, STR("suspend"), STR("j"), &err));
    assert_int_equal(action_of(&keymap, PANE_READER, STR("j")), ACT_SUSPEND);
    assert_true(keymap_clashes(&keymap, STR("suspend"), &err));
    assert_string_equal(err.text, "'j' is a key of 'down' too");
    keymap_init(&keymap);
    assert_true(keymap_set(&keymap, STR("star"), STR("]"), &err)); /* nobody could type ]] then */
    assert_true(keymap_clashes(&keymap, STR("star"), &err));
    assert_string_equal(err.text, "']' is a key of 'next-section' too");
    assert_true(keymap_set(&keymap, STR("narrow"), STR("u"), &err)); /* the text as captured: in the other pane */
    assert_false(keymap_clashes(&keymap, STR("narrow"), &err));
}

static void refuses(void **state)
{
    (void)state;
    static const char *const bad[] = { "abc", "<Nonsense>", "5", "j <F99>", "7x" };
    struct keymap keymap, before;
    struct err err;
    keymap_init(&keymap);
    before = keymap;
    assert_false(keymap_set(&keymap, STR("nonsense"), STR("x"), &err));
    assert_string_equal(err.text, "no action 'nonsense' in [keys]");
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(keymap_set(&keymap, STR("down"), str_of(bad[i]), &err));
    assert_string_equal(err.text, "'7x' is no key");
    assert_memory_equal(&keymap, &before, sizeof keymap);
}

static void shown_for_people(void **state)
{
    (void)state;
    static const char *const pairs[][2] = { { "<PgDn>", "PgDn" }, { "<C-d>", "^D" }, { "]]", "]]" }, { "<lt>", "<" },
                                            { "<C-x>g", "^Xg" },  { "主", "主" }, { "<", "<" } };
    char shown[64];
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_true(str_eq(keys_shown(str_of(pairs[i][0]), shown, sizeof shown), str_of(pairs[i][1])));
    assert_int_equal(keys_shown(STR("<PgDn>"), shown, 3).n, 0);
}

/* As many as there is room for, with the keys that the user has chosen. */
static void hints(void **state)
{
    (void)state;
    struct arena arena = { 0 };
    struct keymap keymap;
    struct err err;
    keymap_init(&keymap);
    for (size_t p = 0; p < N_PANES; p++)
        for (size_t cells = 0; cells < 100; cells++)
            assert_true(cells_of(hint_line(&arena, &keymap, panes[p], cells)) <= cells);
    assert_true(str_eq(hint_line(&arena, &keymap, PANE_LIST, 14), STR("? help  q quit")));
    assert_true(keymap_set(&keymap, STR("close"), STR("<C-x>"), &err));
    assert_true(str_eq(hint_line(&arena, &keymap, PANE_LIST, 15), STR("? help  ^X quit")));
    arena_finish(&arena);
}

/* Scrolled to its end, the help screen has shown each binding. */
static void help_tells_all(void **state)
{
    (void)state;
    static const struct area areas[] = { { 0, 0, 11, 40 }, { 0, 0, 3, 20 }, { 0, 0, 200, 100 } };
    struct arena arena = { 0 };
    struct keymap keymap;
    struct err err;
    keymap_init(&keymap);
    assert_true(keymap_set(&keymap, STR("redraw"), STR("<C-x>r"), &err));
    for (size_t a = 0; a < sizeof areas / sizeof *areas; a++) {
        struct help help = { 0 };
        size_t seen = 0;
        help_fit(&help, areas[a]);
        for (size_t top = 0; top < help.rows.n; top++) {
            struct grid grid = grid_make(&arena, areas[a].rows, areas[a].cols);
            rows_go(&help.rows, top);
            help_view(&help, &keymap, &grid, areas[a]);
            struct str text = grid_text(&arena, &grid);
            seen |= str_has(text, STR("  j Down")) ? 1 : 0;
            seen |= str_has(text, STR("  ^Xr")) ? 2 : 0;
            seen |= str_has(text, STR("  ^Z")) ? 4 : 0;
        }
        assert_int_equal(seen, 7);
    }
    arena_finish(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_action_a_key),   cmocka_unit_test(names_are_unique), cmocka_unit_test(plain_keys_suffice),
        cmocka_unit_test(other_keys),         cmocka_unit_test(clashes),          cmocka_unit_test(refuses),
        cmocka_unit_test(shown_for_people),   cmocka_unit_test(hints),            cmocka_unit_test(help_tells_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
