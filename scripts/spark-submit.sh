#!/usr/bin/env bash
# Runs spark-analytics inside a Spark application: in the driver of spark-submit, on whatever master it is given.
set -euo pipefail

usage() {
  cat >&2 <<'USAGE'
usage: scripts/spark-submit.sh [--stage URI] [options of spark-submit] -- COMMAND [options]
       scripts/spark-submit.sh [options of spark-submit]

  COMMAND    any command of spark-analytics, such as: rebuild --input /data/events --lakehouse /data/lakehouse
  nothing    starts Spark Connect, prints its address and waits: for programs started elsewhere on this machine, as from an IDE
  --stage    with --deploy-mode cluster, a folder that all nodes reach (/shared/..., hdfs://..., s3a://...): the program is put there.
             Without it spark-submit sends the program, where it can (YARN, Kubernetes), or its nodes see this machine's files.

Settings come from conf/spark-defaults.conf beside the program, over those of $SPARK_HOME, unless --properties-file is given.
Needed: Spark 4.0 or newer (SPARK_HOME, or spark-submit on the PATH), and its Java with javac, once.
The exit code is the program's; with --deploy-mode cluster 0 or not 0, and the program's own in the driver's log and in the report of --json.
USAGE
  exit 2
}

fail() { # message, exit code
  echo "spark-submit.sh: $1" >&2
  exit "$2"
}

# Read as a whole before it begins: it may wait for hours, and be replaced by a newer one meanwhile.
{
here="$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)"
root="$(dirname "$here")"
cache="${XDG_CACHE_HOME:-$HOME/.cache}/spark-analytics"

# ---- what is asked
stage=""
archives=""
options=()
command=()
while [[ $# -gt 0 ]]; do
  case "$1" in
    --) shift; command=("$@"); [[ $# -gt 0 ]] || usage; break ;;
    --help | -h) usage ;;
    --stage) [[ -n "${2:-}" ]] || usage; stage="${2%/}"; shift 2 ;;
    --class | --class=*) fail "--class is set by this script" 2 ;;
    --archives) archives+=",${2:-}"; shift 2 || usage ;;
    --archives=*) archives+=",${1#*=}"; shift ;;
    *) options+=("$1"); shift ;;
  esac
done

# The value that spark-submit will use: of an option, else of a setting, here or in a file of settings.
asked() { # option, setting, default
  local value="" index option next
  for index in "${!options[@]}"; do
    option="${options[$index]}" next="${options[$((index + 1))]:-}"
    case "$option" in
      "$1") printf '%s' "$next"; return ;;
      "$1="*) printf '%s' "${option#*=}"; return ;;
      --conf | -c) [[ "$next" == "$2="* ]] && value="${next#*=}" ;;
      "--conf=$2="*) value="${option#"--conf=$2="}" ;;
    esac
  done
  [[ -n "$value" || ! -f "$properties" ]] || value="$(setting "$2" "$properties")"
  [[ -n "$value" || ! -f "$SPARK_HOME/conf/spark-defaults.conf" ]] || value="$(setting "$2" "$SPARK_HOME/conf/spark-defaults.conf")"
  printf '%s' "${value:-$3}"
}

setting() { # setting, file
  sed -nE "s/^[[:space:]]*${1//./\\.}[[:space:]=:]+(.*[^[:space:]])[[:space:]]*$/\1/p" "$2" | tail -n 1
}

# ---- Spark
if [[ -z "${SPARK_HOME:-}" ]]; then
  submit="$(command -v spark-submit)" || fail "SPARK_HOME is not set, and spark-submit is not on the PATH" 3
  SPARK_HOME="$(dirname "$(dirname "$(readlink -f "$submit")")")"
fi
export SPARK_HOME
[[ -x "$SPARK_HOME/bin/spark-submit" ]] || fail "$SPARK_HOME holds no Spark: bin/spark-submit is missing" 3
core="$(compgen -G "$SPARK_HOME/jars/spark-core_*.jar" | head -n 1 || true)"
connect="$(compgen -G "$SPARK_HOME/jars/spark-connect_*.jar" | head -n 1 || true)"
[[ "$(basename "$core")" =~ -([0-9]+)\.[0-9] && "${BASH_REMATCH[1]}" -ge 4 && -n "$connect" ]] || fail "$SPARK_HOME is no Spark 4.0 or newer with Spark Connect among its jars" 3
properties=""
properties="$(asked --properties-file "" "")"
if [[ -z "$properties" && -f "$root/conf/spark-defaults.conf" ]]; then
  properties="$root/conf/spark-defaults.conf"
  options+=(--properties-file "$properties" --load-spark-defaults)
fi
mode="$(asked --deploy-mode spark.submit.deployMode client)"
[[ "$mode" == client || "$mode" == cluster ]] || fail "--deploy-mode $mode: client or cluster" 2

master="$(asked --master spark.master "")"
is_standalone_cluster() { [[ "$mode" == cluster && "$master" == spark://* ]]; }
is_pod() { [[ "$mode" == cluster && "$master" == k8s://* ]]; }

# ---- the program, published once for each state of the sources
if [[ -f "$root/SparkAnalytics.sln" ]]; then
  program="$root/artifacts/spark-analytics"
  if [[ ! -f "$program/.published" || -n "$(find "$root/jobs" "$root/lib" "$root/conf" "$here" "$root"/Directory.* -type f -newer "$program/.published" -not -path '*/obj/*' -not -path '*/bin/*' -print -quit)" ]]; then
    kind=()
    command -v clang >/dev/null || command -v gcc >/dev/null || kind=(--managed)
    "$here/publish.sh" "${kind[@]}" >/dev/null
  fi
else
  program="$root"
fi
[[ -x "$program/spark-analytics" ]] || fail "there is no program in $program; publish it with scripts/publish.sh" 3

# ---- the launcher, compiled once for each Spark
launcher="$cache/spark-analytics-launcher-$(cat "$here/launcher/SparkAnalyticsLauncher.java" <(basename "$core") | sha256sum | cut -c 1-16).jar"
java_options="${launcher%.jar}.options"
java_bin="${JAVA_HOME:+$JAVA_HOME/bin/}"
if [[ ! -f "$launcher" ]]; then
  command -v "${java_bin}javac" >/dev/null || fail "javac is missing: install a JDK 17 or newer (openjdk-17-jdk-headless), or set JAVA_HOME to one" 3
  mkdir -p "$cache"
  work="$(mktemp -d "$cache/.launcher.XXXXXX")"
  # shellcheck disable=SC2064
  trap "rm -rf '$work'" EXIT
  "${java_bin}javac" -nowarn -proc:none --release 17 -cp "$SPARK_HOME/jars/*" -d "$work/classes" "$here/launcher/SparkAnalyticsLauncher.java" >&2
  "${java_bin}jar" --create --file "$work/launcher.jar" -C "$work/classes" .
  "${java_bin}java" -cp "$work/launcher.jar:$SPARK_HOME/jars/*" SparkAnalyticsLauncher >"$java_options"
  mv "$work/launcher.jar" "$launcher"
  rm -rf "$work"
fi

# ---- cluster mode: all that the program needs goes with it
if [[ "$mode" == cluster ]]; then
  [[ ${#command[@]} -gt 0 ]] || fail "without a command Spark Connect waits on loopback, which is of use on this machine only: --deploy-mode client" 2
  settings=""
  for index in "${!command[@]}"; do
    next="${command[$((index + 1))]:-}"
    case "${command[$index]}" in
      --settings) settings="$next"; command[index + 1]="settings/$(basename "$next")" ;;
      --settings=*) settings="${command[$index]#*=}"; command[index]="--settings=settings/$(basename "$settings")" ;;
      --json) [[ "$next" == /* || "$next" == *:/* ]] || fail "--json $next: in cluster mode the report is written by a node, so give a path that the cluster reaches: /shared/report.json, hdfs://..., s3a://..." 2 ;;
      --json=*) [[ "${command[$index]}" == --json=/* || "${command[$index]}" == *:/* ]] || fail "${command[$index]}: in cluster mode the report is written by a node, so give a path that the cluster reaches" 2 ;;
    esac
  done
  if [[ -n "$settings" ]]; then
    [[ -f "$settings" ]] || fail "--settings $settings: there is no such file" 2
    settings="$(realpath "$settings")"
  fi
  archive="$cache/spark-analytics-$( (cd "$program" && find . -type f -printf '%p %s %T@\n' | sort; [[ -z "$settings" ]] || { basename "$settings"; cat "$settings"; }) | sha256sum | cut -c 1-16).tgz"
  # Those of earlier states are nobody's any more.
  find "$cache" -maxdepth 1 -name 'spark-analytics-*.tgz' -mtime +7 -delete
  if [[ ! -f "$archive" ]]; then
    part="$(mktemp -d "$cache/.archive.XXXXXX")"
    # shellcheck disable=SC2064
    trap "rm -rf '$part'" EXIT
    mkdir "$part/settings"
    [[ -z "$settings" ]] || cp "$settings" "$part/settings/"
    tar -cf - -C "$program" . -C "$part" settings | gzip -1 >"$part/archive.tgz"
    mv "$part/archive.tgz" "$archive"
    rm -rf "$part"
  fi
  touch "$archive"
  if [[ -n "$stage" ]]; then
    [[ "$stage" == *:/* ]] || stage="file://$(realpath -m "$stage")"
    "${java_bin}java" -cp "$launcher:${HADOOP_CONF_DIR:-}:$SPARK_HOME/jars/*" SparkAnalyticsLauncher --stage "$stage" "$archive" "$launcher"
    archive="$stage/$(basename "$archive")" launcher="$stage/$(basename "$launcher")"
  fi
  archives+=",$archive#spark-analytics"
  options+=(--conf spark.standalone.submit.waitAppCompletion=true)
  program="spark-analytics"
  if is_standalone_cluster; then
    options+=(--driver-java-options "$(cat "$java_options") $(asked --driver-java-options spark.driver.extraJavaOptions "")")
  fi
fi

[[ -z "$archives" ]] || options+=(--archives "${archives#,}")
submission=("$SPARK_HOME/bin/spark-submit" --name spark-analytics "${options[@]}" --conf spark.api.mode=classic --class SparkAnalyticsLauncher
  "$launcher" "$program/spark-analytics" "${command[@]}")
# What spark-submit itself says, and the driver in client mode, is kept to warnings, unless somebody has rules of their own.
if [[ ! -f "${SPARK_CONF_DIR:-$SPARK_HOME/conf}/log4j2.properties" && "${SPARK_SUBMIT_OPTS:-}" != *log4j* ]] || is_standalone_cluster || is_pod; then
  export SPARK_SUBMIT_OPTS="${SPARK_SUBMIT_OPTS:-} \"-Dlog4j2.configurationFile=$here/launcher/submit.log4j2.properties\""
fi
# The variable is for programs; spark-submit takes it for a master of its own.
unset SPARK_REMOTE
if ! is_standalone_cluster && ! is_pod; then
  exec "${submission[@]}"
fi

# On a standalone cluster spark-submit ends with 0 whatever became of the driver, on Kubernetes it may; its messages tell.
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkfifo "$work/messages"
tee "$work/log" <"$work/messages" >&2 &
messages=$!
"${submission[@]}" 2>"$work/messages" &
waiting=$!
driver() { # its id and its last state
  if is_pod; then
    sed -nE 's/.*phase: (Succeeded|Failed).*/pod \1/p' "$work/log" | tail -n 1
  else
    sed -nE 's/.*State of (driver )?(driver-[^ ]+) is ([A-Z]+).*/\2 \3/p' "$work/log" | tail -n 1
  fi
}
stop() { # exit code
  kill "$waiting" 2>/dev/null || true
  read -r id _ < <(driver) || true
  if is_pod; then
    echo "spark-submit.sh: no longer waiting; the driver runs on. To end it, delete its pod" >&2
  else
    echo "spark-submit.sh: no longer waiting; the driver runs on. To end it: $SPARK_HOME/bin/spark-class org.apache.spark.deploy.Client kill $master ${id:-DRIVER}" >&2
  fi
  exit "$1"
}
trap 'stop 130' INT
trap 'stop 143' TERM
status=0
wait "$waiting" || status=$?
wait "$messages" || true
read -r id state < <(driver) || true
case "${state:-}" in
  FINISHED | Succeeded) exit "$status" ;;
  "") ! is_pod || exit "$status"; fail "spark-submit ended with $status without a word of the driver's state" $((status == 0 ? 6 : status)) ;;
  *) fail "the driver ($id) ended as $state; why, and the program's exit code, stand in its log" 1 ;;
esac
}
