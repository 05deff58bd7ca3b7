# dahui: build, run, test, install. GNU make. `make deps` installs what is missing; the rest never touches the system.

VERSION = 0.1.0
PREFIX  = /usr/local
BUILD   = build
CC      = cc
AWK     = awk

CFLAGS   = -O2 -g
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2 -Wvla -Wstrict-prototypes -Wmissing-prototypes \
           -Wold-style-definition -Wundef -Wpointer-arith -Wcast-qual -Wwrite-strings -Wimplicit-fallthrough -Wnull-dereference
HARDEN   = -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fPIE
LDHARDEN = -pie -Wl,-z,relro,-z,now
ifeq ($(shell uname -s),Darwin) # another linker, and Homebrew's ncurses apart from the system's
LDHARDEN =
export PKG_CONFIG_PATH := $(shell brew --prefix ncurses 2>/dev/null)/lib/pkgconfig:$(PKG_CONFIG_PATH)
endif
SANITIZE =

# V=1 shows the commands whole.
V =
quiet = $(if $(V),,@echo '  $(1) $@';)

# Asked of pkg-config once, and only when something is compiled: before that `make deps` may have to install it.
PACKAGES    = sqlite3 ncursesw libutf8proc jansson inih libpcre2-16
TESTPACKAGES = cmocka vterm
once        = $(eval $(1) := $(shell $(2)))$($(1))
PKG_CFLAGS  = $(call once,PKG_CFLAGS,pkg-config --cflags $(PACKAGES))
PKG_LIBS    = $(call once,PKG_LIBS,pkg-config --libs $(PACKAGES))
ICU_CFLAGS  = $(call once,ICU_CFLAGS,pkg-config --cflags icu-uc 2>/dev/null)
ICU_LIBS    = $(call once,ICU_LIBS,pkg-config --libs icu-uc 2>/dev/null)
TEST_CFLAGS = $(call once,TEST_CFLAGS,pkg-config --cflags $(TESTPACKAGES))
TEST_LIBS   = $(call once,TEST_LIBS,pkg-config --libs $(TESTPACKAGES))
# iconv is in the C library, or apart as GNU libiconv.
ICONV_LIBS  = $(call once,ICONV_LIBS,echo 'int iconv_close(void *); int main(void) { return iconv_close(0); }' | \
                $(CC) -x c - -o /dev/null 2>/dev/null || echo -liconv)
# So is gettext.
INTL_LIBS   = $(call once,INTL_LIBS,echo 'char *gettext(const char *); int main(void) { return !gettext(""); }' | \
                $(CC) -x c - -o /dev/null 2>/dev/null || echo -lintl)

ALL_CFLAGS = -std=c17 $(WARNINGS) $(CFLAGS) $(if $(SANITIZE),$(SANITIZE),$(HARDEN)) -Isrc -I$(BUILD) \
             -pthread -D_GNU_SOURCE -DNCURSES_WIDECHAR=1 -D_XOPEN_SOURCE_EXTENDED=1 \
             -DDAHUI_VERSION='"$(VERSION)"' -DDAHUI_DATADIR='"$(PREFIX)/share/dahui"' $(PKG_CFLAGS)
ALL_LIBS   = -pthread $(if $(SANITIZE),$(SANITIZE),$(LDHARDEN)) $(LDFLAGS) $(PKG_LIBS) $(ICONV_LIBS) $(INTL_LIBS)

SOURCES = $(wildcard src/*/*.c)
OBJECTS = $(SOURCES:src/%.c=$(BUILD)/obj/%.o)
TABLES  = $(patsubst data/%.awk,$(BUILD)/gen/%.h,$(wildcard data/*.awk))
LOCALES = $(patsubst data/po/%.po,$(BUILD)/locale/%/LC_MESSAGES/dahui.mo,$(wildcard data/po/*.po))
TESTS   = $(patsubst tests/%.c,$(BUILD)/tests/%,$(wildcard tests/*/test_*.c))

all: $(BUILD)/dahui $(LOCALES)

$(BUILD)/dahui: $(BUILD)/obj/main.o $(BUILD)/libdahui.a
	$(call quiet,LINK)$(CC) -o $@ $^ $(ALL_LIBS)

$(BUILD)/libdahui.a: $(OBJECTS)
	@rm -f $@
	$(call quiet,AR)ar rcs $@ $(OBJECTS)

$(BUILD)/obj/%.o: src/%.c Makefile | $(TABLES)
	@mkdir -p $(@D)
	$(call quiet,CC)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# What C needs of a table in data/ is made here and never edited: data/NAME.tsv, read by data/NAME.awk, becomes gen/NAME.h.
$(BUILD)/gen/%.h: data/%.tsv data/%.awk
	@mkdir -p $(@D)
	$(call quiet,TABLE)LC_ALL=C $(AWK) -f data/$*.awk data/$*.tsv > $@.new && mv $@.new $@

$(BUILD)/locale/%/LC_MESSAGES/dahui.mo: data/po/%.po
	@mkdir -p $(@D)
	$(call quiet,WORDS)msgfmt --check-format -o $@ $<

# What is to be translated, gathered from the sources into data/po/*.po. For maintainers.
words: $(BUILD)/dahui.pot
	for po in data/po/*.po; do msgmerge --quiet --update --backup=none --no-fuzzy-matching --no-location $$po $(BUILD)/dahui.pot; done

$(BUILD)/dahui.pot: $(SOURCES)
	@mkdir -p $(@D)
	$(call quiet,WORDS)xgettext --language=C --from-code=UTF-8 --add-comments=TR --keyword=tr --keyword=TR --keyword=TR_LATER \
	    --keyword=tr_n:1,2 --keyword=err_set:2 --keyword=complain --keyword=say:2 --keyword=config_warn:4 \
	    --no-location --package-name=dahui -o - $(sort $(SOURCES)) | grep -v '^"POT-Creation-Date' > $@

$(BUILD)/gen/readings.h: data/variants.tsv

$(BUILD)/tests/%: tests/%.c $(BUILD)/libdahui.a
	@mkdir -p $(@D)
	$(call quiet,TEST)$(CC) $(ALL_CFLAGS) $(TEST_CFLAGS) -Itests -DSOURCE_ROOT='"$(CURDIR)"' -DBUILD_DIR='"$(abspath $(BUILD))"' \
	    -MMD -MP -o $@ $< $(BUILD)/libdahui.a $(ALL_LIBS) $(TEST_LIBS)

run: all
	$(BUILD)/dahui data/articles

test: all $(BUILD)/bench/library $(TESTS)
	@sh tests/run.sh $(BUILD) $(TESTS)

asan:
	LSAN_OPTIONS=suppressions=$(CURDIR)/tests/leaks.txt:print_suppressions=0 $(MAKE) BUILD=$(BUILD)/asan CFLAGS='-O1 -g -fno-omit-frame-pointer' \
	    SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=all' test

# Fuzz targets for clang's libFuzzer: `make fuzz RUNS=1000000` runs each that often, from its corpus. What they find goes to $(BUILD)/fuzz.
# Tracing every comparison and weighing rare features cost ten times what the targets do, and found nothing that runs do not.
RUNS = 100000
FUZZ = decode html clean
FUZZ_CFLAGS = -std=c17 -O2 -g -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all -fno-sanitize-coverage=trace-cmp
fuzz: $(FUZZ:%=fuzz-%)

fuzz-%: $(BUILD)/fuzz/%
	@mkdir -p $(BUILD)/fuzz/$*-corpus
	cd $(BUILD)/fuzz && ./$* -runs=$(RUNS) -max_len=1024 -entropic=0 -print_final_stats=1 $*-corpus \
	    $(wildcard $(CURDIR)/tests/fuzz/corpus/$*) $(CURDIR)/tests/clean/pages $(CURDIR)/data/articles

FUZZED = $(wildcard src/base/*.c src/text/*.c src/article/article.c src/article/copy.c src/clean/*.c)
$(BUILD)/fuzz/%: tests/fuzz/fuzz_%.c $(FUZZED) | $(TABLES)
	@mkdir -p $(@D)
	$(call quiet,FUZZ)clang $(FUZZ_CFLAGS) -Isrc -I$(BUILD) -D_GNU_SOURCE -DDAHUI_DATADIR='""' $(PKG_CFLAGS) -o $@ $^ \
	    $(shell pkg-config --libs libutf8proc) $(ICONV_LIBS)

# Figures beside those of peers, to be read; nothing here fails.
# REPORTS is how large a library is made up for it; 1000000 takes 15 GB and half an hour.
REPORTS = 100000
bench: all $(BUILD)/bench/start $(BUILD)/bench/bytes $(BUILD)/bench/memory $(BUILD)/bench/lines $(BUILD)/bench/library $(BUILD)/bench/keys
	sh tests/bench/run.sh $(BUILD)
	sh tests/bench/library.sh $(BUILD) $(REPORTS)

$(BUILD)/bench/keys: tests/bench/scripts.h
$(BUILD)/bench/bytes $(BUILD)/bench/keys: $(BUILD)/bench/%: tests/bench/%.c $(BUILD)/libdahui.a
	@mkdir -p $(@D)
	$(call quiet,BENCH)$(CC) $(ALL_CFLAGS) $(TEST_CFLAGS) -Itests -o $@ $< $(BUILD)/libdahui.a $(ALL_LIBS) $(TEST_LIBS)

$(BUILD)/bench/%: tests/bench/%.c
	@mkdir -p $(@D)
	$(call quiet,BENCH)$(CC) -std=c17 $(WARNINGS) -O2 -D_GNU_SOURCE -o $@ $< -lutil $(ICONV_LIBS)

# ICU is a peer to be measured against, where it is; nothing of ours needs it.
$(BUILD)/bench/lines: tests/bench/lines.c $(BUILD)/libdahui.a
	@mkdir -p $(@D)
	$(call quiet,BENCH)$(CC) $(ALL_CFLAGS) $(if $(ICU_LIBS),-DHAVE_ICU $(ICU_CFLAGS)) -Itests -o $@ $< $(BUILD)/libdahui.a $(ALL_LIBS) $(ICU_LIBS)

install: $(BUILD)/dahui $(LOCALES)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/dahui/articles
	install -m 755 $(BUILD)/dahui $(DESTDIR)$(PREFIX)/bin/dahui
	install -m 644 data/articles/*.txt $(DESTDIR)$(PREFIX)/share/dahui/articles
	for mo in $(LOCALES:$(BUILD)/%=%); do \
	    install -d $(DESTDIR)$(PREFIX)/share/$${mo%/*} && install -m 644 $(BUILD)/$$mo $(DESTDIR)$(PREFIX)/share/$$mo || exit; done

	install -d $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/man/man5
	install -m 644 data/man/dahui.1 $(DESTDIR)$(PREFIX)/share/man/man1/dahui.1
	install -m 644 data/man/dahui-config.5 $(DESTDIR)$(PREFIX)/share/man/man5/dahui-config.5
	for file in $(COMPLETIONS); do \
	    install -d $(DESTDIR)$(PREFIX)/share/$$(dirname $${file#*:}) && \
	    $(BUILD)/dahui --completion $${file%%:*} > $(DESTDIR)$(PREFIX)/share/$${file#*:} || exit; done

# Which shell looks for its completions where.
COMPLETIONS = bash:bash-completion/completions/dahui zsh:zsh/site-functions/_dahui fish:fish/vendor_completions.d/dahui.fish

uninstall:
	rm -f $(foreach file,$(COMPLETIONS),$(DESTDIR)$(PREFIX)/share/$(lastword $(subst :, ,$(file))))
	rm -f $(DESTDIR)$(PREFIX)/share/man/man1/dahui.1 $(DESTDIR)$(PREFIX)/share/man/man5/dahui-config.5
	rm -f $(DESTDIR)$(PREFIX)/bin/dahui $(LOCALES:$(BUILD)/%=$(DESTDIR)$(PREFIX)/share/%)
	rm -rf $(DESTDIR)$(PREFIX)/share/dahui

clean:
	rm -rf $(BUILD)

# Installs what is missing: a compiler, pkg-config, the libraries. Nothing is asked for, and no network used, where all is there.
define DEPS
set -e
as_root() { if [ "$$(id -u)" -eq 0 ]; then "$$@"; else sudo "$$@"; fi; }
missing() {
    for program in $(CC) ar $(AWK) pkg-config msgfmt xgettext; do command -v $$program >/dev/null || return 0; done
    ! pkg-config --exists $(PACKAGES) $(TESTPACKAGES)
}
missing || exit 0
if command -v apt-get >/dev/null; then
    as_root apt-get update -q
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends gcc libc6-dev mawk gettext pkg-config \
        libncurses-dev libutf8proc-dev libjansson-dev libinih-dev libsqlite3-dev libpcre2-dev libcmocka-dev libvterm-dev
elif command -v dnf >/dev/null; then
    as_root dnf install -y gcc gawk gettext pkgconf ncurses-devel utf8proc-devel jansson-devel inih-devel sqlite-devel pcre2-devel pcre2-utf16 libcmocka-devel libvterm-devel libasan libubsan
elif command -v pacman >/dev/null; then
    as_root pacman -S --needed --noconfirm gcc gawk gettext pkgconf ncurses libutf8proc jansson libinih sqlite pcre2 cmocka libvterm
elif command -v brew >/dev/null; then
    brew install gettext pkg-config ncurses utf8proc jansson inih sqlite pcre2 cmocka libvterm
else
    echo 'make deps: no apt-get, dnf, pacman or brew here; install a C compiler, awk, gettext, pkg-config, and the libraries' >&2
    echo '           ncursesw, libutf8proc, jansson, inih, sqlite3, libpcre2-16, and for the tests cmocka and vterm' >&2
    exit 2
fi
if missing; then
    echo 'make deps: pkg-config still does not find all of: $(PACKAGES) $(TESTPACKAGES)' >&2
    exit 2
fi
endef
export DEPS

deps:
	@sh -c "$$DEPS"

# `make -j deps run`: nothing is compiled before it can be.
ifneq ($(filter deps,$(MAKECMDGOALS)),)
$(BUILD)/obj/main.o $(OBJECTS) $(TABLES): | deps
endif

.PHONY: all run words test asan bench fuzz install uninstall clean deps
.SECONDARY:
-include $(shell find $(BUILD)/obj $(BUILD)/tests -name '*.d' 2>/dev/null)
