#!/bin/sh
# peers.sh BUILD LIBRARY: how long keys take in neomutt and newsboat on the same reports, where these are: a mailbox with a message for each,
# its first line the subject; a feed with an item for each.
build=$1
library=$2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT INT TERM
export HOME="$work"
samples=${SAMPLES:-200}
find "$library" -type f | sort > "$work/names"

has() {
    command -v "$1" > /dev/null
}

make_mailbox() {
    LC_ALL=C awk '{
        file = $0
        subject = body = ""
        while ((getline line < file) > 0) {
            if (subject == "" && line !~ /^[ \t\r]*$/)
                subject = substr(line, 1, 200)
            sub(/^From /, ">From ", line)
            body = body line "\n"
        }
        close(file)
        printf "From a@b Sat Jan  1 00:00:00 2000\nFrom: a@b\nTo: b@a\nSubject: %s\n", subject
        printf "Date: Sat, %d Jan 2000 %02d:%02d:%02d +0000\nMessage-ID: <%d@b>\n", 1 + NR % 28, NR % 24, NR % 60, NR % 60, NR
        printf "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n%s\n", body
    }' "$work/names" > "$work/mailbox"
    printf 'set %s\n' spoolfile="$work/mailbox" sort=date charset=utf-8 assumed_charset=utf-8 sleep_time=0 quit=no wait_key=no > "$work/muttrc"
    echo 'unset thorough_search' >> "$work/muttrc"
}

make_feed() {
    mkdir "$work/newsboat"
    cat > "$work/feed.xml" <<-END
	<?xml version="1.0" encoding="UTF-8"?>
	<rss version="2.0"><channel><title>reports</title><link>http://localhost/</link><description>reports</description>
	<item><title>one</title><link>http://localhost/</link><guid>0</guid><description>text</description></item></channel></rss>
	END
    echo "file://$work/feed.xml" > "$work/urls"
    printf 'auto-reload no\nmax-items 0\n' > "$work/config"
    newsboat -u "$work/urls" -c "$work/cache.db" -C "$work/config" -x reload
    sqlite3 -bail "$work/cache.db" <<-END
	CREATE TEMP TABLE name(path);
	.import $work/names name
	INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread)
	    SELECT number, trim(substr(text, 1, instr(text || char(10), char(10)) - 1), char(9, 13, 32)), '', 'http://localhost/' || number,
	        'file://$work/feed.xml', 946684800 + number, text, 1
	    FROM (SELECT rowid AS number, ltrim(CAST(readfile(path) AS TEXT), char(9, 10, 13, 32, 65279)) AS text FROM name);
	END
}

if has neomutt; then
    make_mailbox
    "$build/bench/keys" $samples neomutt "$(command -v neomutt)" -R -n -F "$work/muttrc" -f "$work/mailbox"
    rm -f "$work/mailbox"
else
    echo 'keys: neomutt is not here to compare with'
fi
if has newsboat && has sqlite3; then
    make_feed
    FIRST=$(printf '\r') "$build/bench/keys" $samples newsboat "$(command -v newsboat)" -q -u "$work/urls" -c "$work/cache.db" -C "$work/config"
else
    echo 'keys: newsboat (and sqlite3, to fill it) is not here to compare with'
fi
