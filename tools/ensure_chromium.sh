#!/bin/sh
# Prints the path of a Chromium for the browser tests; all else goes to stderr.
# Order: $CHROMIUM, the usual names, then Debian's package where this is root.
set -u

find_chromium() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" && return
    done
    return 1
}

if [ -n "${CHROMIUM:-}" ]; then
    command -v "$CHROMIUM" && exit
    echo "CHROMIUM is set to '$CHROMIUM', which is not a program: correct or unset it." >&2
    exit 1
fi

find_chromium && exit

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "No Chromium found: installing Debian's package (once, a few minutes) ..." >&2
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update >&2 && apt-get -qq install -y --no-install-recommends chromium >&2
    find_chromium && exit
fi

echo "The browser tests need Chromium: install it (on Debian 'apt-get install chromium') or set CHROMIUM to its path." >&2
exit 1
