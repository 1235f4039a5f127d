#!/bin/sh
# Makes sure that LibreOffice can open the PowerPoint decks of the tests; says so where it cannot.
# Debian's package is installed where this is root; elsewhere the one test that needs it is skipped.
set -u

command -v soffice >/dev/null && exit

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "No LibreOffice found: installing Debian's package (once, a few minutes) ..." >&2
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update >&2 &&
        apt-get -qq install -y --no-install-recommends libreoffice-impress >/dev/null 2>&1
fi

command -v soffice >/dev/null ||
    echo "LibreOffice is not installed: the test that opens a deck in it is skipped." >&2
