#!/usr/bin/env bash
# A standalone Spark cluster on this machine, for trying spark-submit.sh: one master and some workers, on loopback only, until it is stopped.
set -euo pipefail

usage() {
  cat >&2 <<'USAGE'
usage: scripts/local-cluster.sh [--workers N] [--cores N] [--memory SIZE] [--port N] [--until-end-of-input]

  --workers   how many workers. Default: 2
  --cores     processors that each worker offers. Default: 1; a driver in cluster mode takes one
  --memory    memory that each worker offers to drivers and executors. Default: 4g
  --port      the master's port. Default: any free one
  --until-end-of-input   end when the standard input ends, too

Prints the master's address once the workers have registered, and where the logs are; Ctrl+C or SIGTERM ends all of it and deletes its folder.
Needed: SPARK_HOME, and Java 17 or newer.
USAGE
  exit 2
}

workers=2 cores=1 memory=4g port=0 input=""
while [[ $# -gt 0 ]]; do
  case "$1" in
    --until-end-of-input) input=yes; shift; continue ;;
    --workers | --cores | --port) [[ "${2:-}" =~ ^[0-9]+$ ]] || usage; declare "${1#--}=$2" ;;
    --memory) [[ "${2:-}" =~ ^[0-9]+[mg]$ ]] || usage; memory="$2" ;;
    *) usage ;;
  esac
  shift 2
done
[[ -x "${SPARK_HOME:-}/bin/spark-class" ]] || { echo "local-cluster.sh: SPARK_HOME is not set to a Spark; see scripts/spark-home.sh" >&2; exit 3; }

folder="$(mktemp -d "${TMPDIR:-/tmp}/spark-cluster-XXXXXX")"
# All that these processes and their children open is bound to this address.
export SPARK_LOCAL_IP=127.0.0.1 SPARK_DAEMON_MEMORY="${SPARK_DAEMON_MEMORY:-512m}" SPARK_WORKER_OPTS="-Dspark.worker.cleanup.enabled=true ${SPARK_WORKER_OPTS:-}"
unset SPARK_REMOTE
daemons=()
end() {
  trap - EXIT
  # A second signal, as from timeout, must not cut this short.
  trap '' INT TERM
  # Workers first: they end the drivers and executors that they started.
  local index
  for ((index = ${#daemons[@]} - 1; index >= 0; index--)); do kill "${daemons[$index]}" 2>/dev/null || true; done
  wait "${daemons[@]}" 2>/dev/null || true
  rm -rf "$folder"
}
trap end EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

daemon() { # name, class, arguments...
  local name="$1"
  shift
  "$SPARK_HOME/bin/spark-class" "$@" >"$folder/$name.log" 2>&1 </dev/null &
  daemons+=($!)
}

await() { # what, pattern, log: the first text that matches
  local found="" tries
  for ((tries = 0; tries < 600; tries++)); do
    found="$(grep -oE "$2" "$folder/$3" 2>/dev/null || true)"
    [[ -z "$found" || "$(wc -l <<<"$found")" -lt "${4:-1}" ]] || { head -n 1 <<<"$found"; return; }
    jobs -r >/dev/null
    kill -0 "${daemons[@]}" 2>/dev/null || break
    sleep 0.1
  done
  echo "local-cluster.sh: $1 did not start:" >&2
  tail -n 20 "$folder"/*.log >&2
  return 1
}

daemon master org.apache.spark.deploy.master.Master -h 127.0.0.1 -p "$port" --webui-port 0
master="$(await 'the master' 'spark://127\.0\.0\.1:[0-9]+' master.log)"
for ((number = 1; number <= workers; number++)); do
  daemon "worker-$number" org.apache.spark.deploy.worker.Worker "$master" -h 127.0.0.1 -c "$cores" -m "$memory" -d "$folder/work-$number" --webui-port 0
done
await 'a worker' 'Registering worker 127' master.log "$workers" >/dev/null
echo "Spark cluster at $master, logs in $folder"

if [[ -n "$input" ]]; then
  exec 3<&0
  cat <&3 >/dev/null &
fi
wait -n || true
