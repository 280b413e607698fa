#!/usr/bin/env bash
# Installs what the benchmarks compare themselves with, from Debian: nginx and the load generator wrk for `csr bench read`, redis-server, node and BullMQ for
# `csr bench jobs`. Nothing else needs them.
set -euo pipefail

here=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo --)

missing=()
command -v redis-server >/dev/null || missing+=(redis-server)
command -v wrk >/dev/null || missing+=(wrk)
command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || missing+=(nginx-light)
command -v node >/dev/null || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)

if [ "${#missing[@]}" -gt 0 ]; then
    "${as_root[@]}" apt-get update -q
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
    # Fresh packages start servers on their usual ports; the bench starts servers of its own on free ones.
    for package in "${missing[@]}"; do
        case $package in
            nginx-light) "${as_root[@]}" service nginx stop || true ;;
            redis-server)
                "${as_root[@]}" service redis-server stop || true
                "${as_root[@]}" update-rc.d redis-server disable || true
                ;;
        esac
    done
fi

npm --prefix "$here/peers/bullmq" ci --omit=dev --no-audit --no-fund
redis-server --version
