#!/usr/bin/env bash
# Publishes the program as one folder that needs neither the SDK nor the runtime of .NET where it runs.
set -euo pipefail

usage() {
  cat >&2 <<'USAGE'
usage: scripts/publish.sh [--runtime RID] [--output FOLDER] [--any-processor] [--managed]

  --runtime   where the program is to run, such as linux-x64 or linux-arm64. Default: this machine's.
  --output    default: artifacts/spark-analytics. What was published there before is replaced.
  --any-processor
              for every x64 processor. Without it an executable for x64 needs AVX2, as processors since about 2015 have it,
              and is quicker for it.
  --managed   with .NET beside the program instead of a native executable: for other machines than this one's kind,
              and where there is no C compiler.

The folder holds the program, conf/ with every setting's default, and scripts/ to submit it to Spark.
Needs the .NET 10 SDK and, without --managed, clang or gcc.
USAGE
  exit 2
}

fail() { # message, exit code
  echo "publish.sh: $1" >&2
  exit "$2"
}

root="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)"
runtime=""
output="$root/artifacts/spark-analytics"
managed=""
any_processor=""
while [[ $# -gt 0 ]]; do
  case "$1" in
    --managed) managed=yes; shift; continue ;;
    --any-processor) any_processor=yes; shift; continue ;;
    --runtime) runtime="${2:-}" ;;
    --output) output="${2:-}" ;;
    *) usage ;;
  esac
  [[ -n "${2:-}" ]] || usage
  shift 2
done
[[ -f "$root/SparkAnalytics.sln" ]] || fail "this folder is published already; publish from the sources." 2
command -v dotnet >/dev/null || fail "dotnet is not on the PATH; the .NET 10 SDK is needed." 3

options=(-c Release --use-current-runtime -p:RunAnalyzers=false)
[[ -z "$runtime" ]] || options=(-c Release --runtime "$runtime" -p:RunAnalyzers=false)
if [[ -n "$managed" ]]; then
  options+=(--self-contained -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=true)
else
  case "$(uname -s)" in
    Linux) here="linux" ;;
    Darwin) here="osx" ;;
    *) fail "native executables are made on Linux and macOS; give --managed." 3 ;;
  esac
  case "$(uname -m)" in
    x86_64) here+="-x64" ;;
    aarch64 | arm64) here+="-arm64" ;;
    *) here+="-$(uname -m)" ;;
  esac
  [[ -z "$runtime" || "$runtime" == "$here" ]] || fail "a native executable for $runtime is made on such a machine, and this one is $here; publish it there, or give --managed." 3
  compiler="$(command -v clang || command -v gcc)" ||
    fail "a native executable needs a C compiler: install clang or gcc, with the C library's headers (Debian: apt-get install gcc libc6-dev), or give --managed." 3
  options+=(-p:PublishAot=true -p:CppCompilerAndLinker="$(basename "$compiler")" -p:StripSymbols=true)
  [[ "$here" != *-x64 || -n "$any_processor" ]] || options+=(-p:IlcInstructionSet=x86-64-v3)
fi
if [[ -d "$output" && ! -f "$output/.published" && -n "$(ls -A "$output")" ]]; then
  fail "$output holds something else than a published program; give --output a new or an empty folder." 2
fi

# Published beside, as the folder may hold files of another way of publishing, and a program that runs.
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
touch "$work/began"
dotnet publish "$root/jobs/SparkAnalytics.Jobs" "${options[@]}" -o "$work/program" -v q >&2
if [[ -z "$managed" ]]; then
  rm -rf "$work/program"/*.dbg "$work/program"/*.dSYM "$work/program"/*.pdb "$work/program"/*.xml
  # DuckDB's library comes with a table of all its functions' names, which only debuggers read.
  [[ "$here" != linux* ]] || ! command -v strip >/dev/null || strip --strip-unneeded "$work/program/libduckdb.so"
fi
# What changes from the beginning on makes the folder old.
touch -r "$work/began" "$work/program/.published"
mkdir -p "$output"
find "$output" -mindepth 1 -maxdepth 1 -exec rm -rf {} +
mv "$work/program"/* "$work/program/.published" "$output/"
(cd "$output" && pwd)
