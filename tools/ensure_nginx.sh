#!/bin/sh
# Makes sure that there is an nginx, for the tests of replicas; says so where there is none.
# Debian's package is installed where this is root, without starting it as a service; elsewhere the
# tests that need it are skipped.
set -u

# Debian keeps it where only root's path leads.
PATH=$PATH:/usr/sbin

has_both() { command -v nginx >/dev/null && command -v openssl >/dev/null; }

has_both && exit

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "No nginx found: installing Debian's package (once) ..." >&2
    export DEBIAN_FRONTEND=noninteractive
    # An answer of 101 keeps a package from starting its service; another's answer stays.
    policy=/usr/sbin/policy-rc.d
    [ -e $policy ] || { printf '#!/bin/sh\nexit 101\n' >$policy && chmod +x $policy && ours=yes; }
    apt-get -qq update >&2 &&
        apt-get -qq install -y --no-install-recommends nginx openssl >/dev/null 2>&1
    [ "${ours:-}" ] && rm -f $policy
fi

has_both ||
    echo "nginx or openssl is not installed: the tests of replicas behind it are skipped." >&2
