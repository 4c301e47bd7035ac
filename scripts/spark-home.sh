#!/usr/bin/env bash
# Prints the home of an Apache Spark that the tests can use, for SPARK_HOME.
set -euo pipefail

usage() {
  cat >&2 <<'USAGE'
usage: export SPARK_HOME="$(scripts/spark-home.sh [--jar FILE]... [ARCHIVE | FOLDER])"

  ARCHIVE   a Spark distribution (.tgz, .tar.gz, .tar.xz); unpacked once under ${XDG_CACHE_HOME:-$HOME/.cache}/spark-analytics
  FOLDER    an installed Spark
  nothing   the Spark of SPARK_HOME, or of spark-submit on the PATH
  --jar     a jar to put beside those of an unpacked archive: delta-spark and delta-storage, which Apache's own archive lacks

Needed: Spark 4.0 or newer with Spark Connect and Delta Lake among its jars, and Java 17 or newer.
USAGE
  exit 2
}

fail() {
  echo "spark-home.sh: $1" >&2
  exit 3
}

unpack() { # archive, jars...
  local archive="$1" root name home part
  shift
  root="${XDG_CACHE_HOME:-$HOME/.cache}/spark-analytics"
  name="$(basename "$archive")"
  name="${name%.tgz}"
  name="${name%.tar.*}"
  home="$root/$name"
  if [[ ! -f "$home/.complete" ]]; then
    mkdir -p "$root"
    part="$(mktemp -d "$root/.unpack.XXXXXX")"
    # Expanded now: the variable is gone when the shell ends.
    # shellcheck disable=SC2064
    trap "rm -rf '$part'" EXIT
    tar -xf "$archive" -C "$part" --strip-components=1 || fail "$archive cannot be unpacked; give a .tgz, .tar.gz or .tar.xz of a Spark distribution."
    touch "$part/.complete"
    # Another process may have been faster; then its folder is as good.
    mv -T "$part" "$home" 2>/dev/null || [[ -f "$home/.complete" ]] || fail "$home cannot be made."
  fi
  local jar
  for jar in "$@"; do
    cp -n "$jar" "$home/jars/" || fail "the jar $jar cannot be copied to $home/jars."
  done
  printf '%s\n' "$home"
}

has() { compgen -G "$1/jars/$2" >/dev/null; }

check() { # home
  local home="$1" core
  [[ -x "$home/bin/spark-submit" ]] || fail "$home holds no Spark: bin/spark-submit is missing."
  core="$(compgen -G "$home/jars/spark-core_*.jar" | head -n 1 || true)"
  [[ -n "$core" ]] || fail "$home has no jars/spark-core_*.jar."
  [[ "$(basename "$core")" =~ -([0-9]+)\. && "${BASH_REMATCH[1]}" -ge 4 ]] || fail "$home is older than Spark 4.0 ($(basename "$core"))."
  has "$home" 'spark-connect_*.jar' || fail "$home lacks Spark Connect (jars/spark-connect_*.jar)."
  if ! has "$home" 'delta-spark*.jar' || ! has "$home" 'delta-storage-*.jar'; then
    fail "$home lacks Delta Lake (jars/delta-spark*.jar and delta-storage-*.jar). Copy them there, or give them with --jar beside an archive."
  fi
  command -v java >/dev/null || [[ -n "${JAVA_HOME:-}" ]] || fail "Spark needs Java 17 or newer: none is on the PATH and JAVA_HOME is not set."
}

jars=()
while [[ "${1:-}" == --* ]]; do
  [[ "$1" == --jar && -n "${2:-}" ]] || usage
  [[ -f "$2" ]] || fail "there is no jar $2."
  jars+=("$2")
  shift 2
done
[[ $# -le 1 ]] || usage

given="${1:-${SPARK_HOME:-}}"
if [[ -z "$given" ]]; then
  submit="$(command -v spark-submit)" || fail "no Spark was named, SPARK_HOME is not set, and spark-submit is not on the PATH."
  given="$(dirname "$(dirname "$(readlink -f "$submit")")")"
fi

if [[ -d "$given" ]]; then
  [[ ${#jars[@]} -eq 0 ]] || fail "--jar adds to an unpacked archive; an installed Spark stays as it is. Copy the jars to $given/jars yourself."
  home="$(cd "$given" && pwd)"
elif [[ -f "$given" ]]; then
  home="$(unpack "$given" "${jars[@]}")"
else
  fail "there is no archive or folder $given."
fi
check "$home"
printf '%s\n' "$home"
