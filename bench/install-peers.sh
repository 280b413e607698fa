#!/usr/bin/env bash
# Installs what the benchmarks compare with, nginx and Redis, and the load generator wrk, from Debian. Nothing else needs them.
set -euo pipefail
[ "$(id -u)" -eq 0 ] || exec sudo -- "$0" "$@"
export DEBIAN_FRONTEND=noninteractive

had_nginx=$(command -v nginx || true)
had_redis=$(command -v redis-server || true)
apt-get update -q
apt-get install -y -q --no-install-recommends nginx-light wrk redis-server

# Fresh packages start servers on their usual ports; the bench starts its own on free ones.
[ -n "$had_nginx" ] || service nginx stop || true
[ -n "$had_redis" ] || service redis-server stop || true
nginx -v
redis-server --version
