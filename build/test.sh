#!/usr/bin/env bash
# Everything that has to hold before a change is taken, cheapest first; stops at the first failure. The cases are the same each
# time, so that a red run is the change's own: properties run from a fixed seed, fuzz targets over their seeds. New cases are
# looked for by `make explore` and `make fuzz`.
set -euo pipefail
cd "$(dirname "$0")/.."
tool() { go tool -modfile=build/tools/go.mod "$@"; }
step() { printf '\n== %s (%ss)\n' "$*" "$SECONDS"; }

step "format and bindings"
unformatted=$(tool gofumpt -l main.go backend frontend/embed.go)
[ -z "$unformatted" ] || { echo "not formatted (make fmt): $unformatted"; exit 1; }
build/bindings.sh --check

step "frontend: types, lint, unit tests"
(cd frontend && npm run --silent check && npm run --silent lint && npm test --silent)

step "go vet and lint"
go vet -trimpath ./...
tool golangci-lint run ./...

# go_test FLAGS... -- PACKAGES...: with a fixed seed where there are properties; other tests do not know the flag.
mapfile -t properties < <(build/properties.sh)
go_test() {
  local flags=() seeded=() plain=()
  while [ "$1" != -- ]; do flags+=("$1"); shift; done
  shift
  for package in "$@"; do
    if printf '%s\n' "${properties[@]}" | grep -qxF "$package"; then seeded+=("$package"); else plain+=("$package"); fi
  done
  [ ${#plain[@]} -eq 0 ] || go test -trimpath -timeout 20m "${flags[@]}" "${plain[@]}"
  [ ${#seeded[@]} -eq 0 ] || go test -trimpath -timeout 20m "${flags[@]}" "${seeded[@]}" -rapid.seed=20240901
}

step "Go tests"
mapfile -t all < <(go list ./...)
go_test -shuffle=on -- "${all[@]}"

step "Go tests with the race detector"
mapfile -t raced < <(go list ./backend/{tile,server,app,assign,policy,spatial,gpkg,ingest})
go_test -race -short -- "${raced[@]}"

step "browser stories"
(cd frontend && npm run --silent e2e)

step "the real window"
go build -tags desktop,production,webkit2_41,e2e -trimpath -ldflags "-s -w" -o build/bin/estate-atlas-e2e .
ESTATE_ATLAS_WINDOW="$PWD/build/bin/estate-atlas-e2e" go_test -tags e2e -count=1 -v -- estateatlas/backend/desktop

step "done"
