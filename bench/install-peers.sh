#!/usr/bin/env bash
# Installs what `csr bench read` compares itself with: nginx, and the load generator wrk, from Debian. Nothing else needs them.
set -euo pipefail
[ "$(id -u)" -eq 0 ] || exec sudo -- "$0" "$@"
export DEBIAN_FRONTEND=noninteractive

had_nginx=$(command -v nginx || true)
apt-get update -q
apt-get install -y -q --no-install-recommends nginx-light wrk

# A fresh package starts a server on port 80; the bench starts one of its own on a free port.
[ -n "$had_nginx" ] || service nginx stop || true
nginx -v
