#!/usr/bin/env bash
# Runs every fuzz target of the backend for FUZZTIME each: a time (10s) or a number of inputs (5000x). With a time, go test may
# end in "context deadline exceeded" on a busy machine although nothing was found; a number cannot. Inputs that are files are large:
# without a limit all the time goes into making new ones smaller. FUZZPARALLEL is how many at once, all cores if empty.
#   build/fuzz.sh --list          names the targets and runs none
#   build/fuzz.sh FuzzKML FuzzDBF runs these
set -euo pipefail
cd "$(dirname "$0")/.."
time=${FUZZTIME:-10s}

# targets prints "folder name", one a line.
targets() {
  grep -rnE --include='*_test.go' -o '^func Fuzz[A-Za-z0-9_]+' backend | sed -E 's|^(.*)/[^/]+:[0-9]+:func (Fuzz.*)$|\1 \2|' | sort
}

if [[ "${1:-}" == --list ]]; then
  targets
  exit
fi
targets | while read -r dir target; do
  if [[ $# -gt 0 && " $* " != *" $target "* ]]; then
    continue
  fi
  echo "== $dir $target"
  go test -trimpath "./$dir" -run '^$' -fuzz "^$target\$" -fuzztime "$time" -fuzzminimizetime 100x ${FUZZPARALLEL:+-parallel "$FUZZPARALLEL"} < /dev/null
done
