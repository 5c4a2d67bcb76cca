#!/usr/bin/env bash
# Runs every fuzz target of the backend for FUZZTIME each: a time (10s) or a number of inputs (5000x). With a time, go test may
# end in "context deadline exceeded" on a busy machine although nothing was found; a number cannot. Inputs that are files are large:
# without a limit all the time goes into making new ones smaller.
set -euo pipefail
cd "$(dirname "$0")/.."
time=${FUZZTIME:-10s}
grep -rlE '^func Fuzz[A-Z]' --include='*_test.go' backend | xargs -n1 dirname | sort -u | while read -r dir; do
  go test "./$dir" -list '^Fuzz' | grep '^Fuzz' | while read -r target; do
    go test -trimpath "./$dir" -run '^$' -fuzz "^$target\$" -fuzztime "$time" -fuzzminimizetime 100x
  done
done
