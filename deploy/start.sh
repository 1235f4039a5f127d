#!/bin/sh
# Starts one replica. Options of `streamlit run` may follow: the last of two of a kind counts.
# Replicas must know one secret, so that each accepts the cookies of the others. It comes from a
# file, or from STREAMLIT_SERVER_COOKIE_SECRET; a replica that stands alone needs none.
set -eu
cd "$(dirname "$0")/.."

secret_file=${COOKIE_SECRET_FILE:-/run/secrets/cookie_secret}
if [ -e "$secret_file" ]; then
    STREAMLIT_SERVER_COOKIE_SECRET=$(cat "$secret_file")
    export STREAMLIT_SERVER_COOKIE_SECRET
fi

exec python -m streamlit run dashboard.py \
    --server.address=0.0.0.0 --server.port=8501 --server.fileWatcherType=none "$@"
