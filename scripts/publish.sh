#!/usr/bin/env bash
# Publishes the program as one folder that needs neither the SDK nor the runtime of .NET where it runs.
set -euo pipefail

usage() {
  cat >&2 <<'USAGE'
usage: scripts/publish.sh [--runtime RID] [--output FOLDER]

  --runtime   where the program is to run, such as linux-x64 or linux-arm64. Default: this machine's.
  --output    default: artifacts/spark-analytics

The folder holds the program, conf/ with every setting's default, and scripts/ to submit it to Spark. Needs the .NET 10 SDK.
USAGE
  exit 2
}

root="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)"
runtime=(--use-current-runtime)
output="$root/artifacts/spark-analytics"
while [[ $# -gt 0 ]]; do
  [[ -n "${2:-}" ]] || usage
  case "$1" in
    --runtime) runtime=(--runtime "$2") ;;
    --output) output="$2" ;;
    *) usage ;;
  esac
  shift 2
done
[[ -f "$root/SparkAnalytics.sln" ]] || { echo "publish.sh: this folder is published already; publish from the sources." >&2; exit 2; }
command -v dotnet >/dev/null || { echo "publish.sh: dotnet is not on the PATH; the .NET 10 SDK is needed." >&2; exit 3; }

began="$(mktemp)"
trap 'rm -f "$began"' EXIT
dotnet publish "$root/jobs/SparkAnalytics.Jobs" -c Release "${runtime[@]}" --self-contained -p:RunAnalyzers=false -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=true -o "$output" -v q >&2
# What changes from here on makes the folder old.
touch -r "$began" "$output/.published"
(cd "$output" && pwd)
