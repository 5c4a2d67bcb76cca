#!/usr/bin/env bash
# The packages with property tests (pgregory.net/rapid): only their tests know its flags.
#   build/properties.sh            names them
#   build/properties.sh --explore  looks for new cases in them, CHECKS (3000) for each property, from a seed of its own
set -euo pipefail
cd "$(dirname "$0")/.."
packages() {
  go list -f '{{range .TestImports}}{{if eq . "pgregory.net/rapid"}}{{$.ImportPath}}{{"\n"}}{{end}}{{end}}{{range .XTestImports}}{{if eq . "pgregory.net/rapid"}}{{$.ImportPath}}{{"\n"}}{{end}}{{end}}' ./... | sed '/^$/d' | sort -u
}
if [[ "${1:-}" != --explore ]]; then
  packages
  exit
fi
packages | while read -r package; do
  folder=$(go list -f '{{.Dir}}' "$package")
  tests=$(awk '/^func Test/ {name = $2; sub(/\(.*/, "", name)} /rapid\.(Check|MakeCheck)/ {print name}' "$folder"/*_test.go | sort -u | paste -sd'|')
  go test -trimpath -timeout 60m "$package" -run "^($tests)\$" -rapid.checks="${CHECKS:-3000}" < /dev/null
done
