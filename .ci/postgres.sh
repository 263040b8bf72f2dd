#!/usr/bin/env bash
# A PostgreSQL 17 with pgvector for tests, from Debian's packages, in a folder of its own outside the repository.
#
#   .ci/postgres.sh start [name]   prints TEST_DATABASE_URL=postgres://…; a running one of that name is reused
#   .ci/postgres.sh stop [name]    stops the server of that name and no other
#
# The first start installs (about two minutes, 700 MB), later ones take seconds. Data never outlives a stop.
set -euo pipefail
PATH=$PATH:/usr/sbin:/sbin

command=${1:-}
name=${2:-local}
cache=${REDRESS_POSTGRES_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/redress-postgres}
root=$cache/trixie
data=/var/lib/redress/$name
bin=/usr/lib/postgresql/17/bin

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }
as_postgres() { as_root chroot "$root" /bin/su postgres -s /bin/sh -c "cd / && $1"; }
is_running() { as_root test -f "$root$data/postmaster.pid" && as_postgres "$bin/pg_ctl -D $data status" >/dev/null 2>&1; }
say_url() { echo "TEST_DATABASE_URL=postgres://postgres@127.0.0.1:$(as_root sed -n 4p "$root$data/postmaster.pid")/postgres"; }

# The Debian mirror this machine already uses, so that a network with its own mirror needs no setting.
debian_mirror() {
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
    sed 's/#.*//' | grep -E '^(deb |URIs:)' | grep -oE 'https?://[^ ]+/debian/?( |$)' | head -n 1 | tr -d ' ' || true
}

install_once() {
  [ -f "$root/.complete" ] && return
  echo 'Installing PostgreSQL 17 with pgvector (once, about two minutes)' >&2
  if ! command -v debootstrap >/dev/null; then
    { as_root apt-get update -qq && as_root apt-get install -qq -y --no-install-recommends debootstrap; } >&2
  fi
  local mirror
  mirror=$(debian_mirror)
  as_root rm -rf "$root"
  if ! as_root debootstrap --variant=minbase \
    --include=postgresql-17,postgresql-17-pgvector trixie "$root" "${mirror:-http://deb.debian.org/debian}" \
    >"$cache/install.log" 2>&1; then
    tail -n 20 "$cache/install.log" >&2
    exit 1
  fi
  as_root rm -rf "$root/var/cache/apt/archives"
  as_root touch "$root/.complete"
}

free_port() {
  local port
  for _ in $(seq 50); do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
  echo 'No free port found between 20000 and 32000' >&2
  exit 1
}

start() {
  mkdir -p "$cache"
  exec 9>"$cache/lock"
  flock 9
  install_once
  if ! is_running; then
    as_root rm -rf "$root$data"
    as_root install -d -o "$(as_root stat -c %u "$root/var/lib/postgresql")" "$root/var/lib/redress"
    as_postgres "$bin/initdb -D $data -A trust -U postgres --encoding=UTF8 --locale=C.UTF-8 --no-sync" >/dev/null
    # Nothing here must survive a crash, so nothing waits for the disk.
    as_postgres "$bin/pg_ctl -D $data -w -l $data/server.log -o '-p $(free_port) -c listen_addresses=127.0.0.1 \
      -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
      -c max_connections=200 -c shared_buffers=128MB' start" >/dev/null 9>&- ||
      { as_root cat "$root$data/server.log" >&2; exit 1; }
  fi
  say_url
}

stop() {
  if is_running; then as_postgres "$bin/pg_ctl -D $data -m immediate -w stop" >/dev/null; fi
  as_root rm -rf "${root:?}$data"
}

case $name in *[!a-zA-Z0-9-]* | '') echo "A name has letters, digits and hyphens only, not: $name" >&2; exit 2 ;; esac
case $command in
  start) start ;;
  stop) stop ;;
  *) sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
