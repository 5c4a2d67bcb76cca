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

step "Go tests"
mapfile -t properties < <(build/properties.sh)
mapfile -t others < <(go list ./... | grep -vxFf <(printf '%s\n' "${properties[@]}"))
go test -trimpath -shuffle=on -timeout 20m "${others[@]}"
go test -trimpath -shuffle=on -timeout 20m "${properties[@]}" -rapid.seed=20240901

step "Go tests with the race detector"
go test -trimpath -race -short -timeout 20m ./backend/tile ./backend/server
go test -trimpath -race -short -timeout 20m ./backend/app ./backend/assign ./backend/policy ./backend/spatial ./backend/gpkg ./backend/ingest -rapid.seed=20240901

step "browser stories"
(cd frontend && npm run --silent e2e)

step "the real window"
go build -tags desktop,production,webkit2_41,e2e -trimpath -ldflags "-s -w" -o build/bin/estate-atlas-e2e .
ESTATE_ATLAS_WINDOW="$PWD/build/bin/estate-atlas-e2e" go test -trimpath -tags e2e -count=1 -v ./backend/desktop -rapid.seed=20240901

step "done"
