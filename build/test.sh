#!/usr/bin/env bash
# Everything that has to hold before a change is taken, cheapest first; stops at the first failure.
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
go test -trimpath -shuffle=on -timeout 20m ./...

step "Go tests with the race detector"
go test -trimpath -race -short -timeout 20m ./backend/app ./backend/policy ./backend/spatial ./backend/tile ./backend/server ./backend/gpkg ./backend/ingest

step "fuzz targets, briefly"
FUZZTIME=${FUZZTIME:-5000x} build/fuzz.sh

step "browser stories"
(cd frontend && npm run --silent e2e)

step "the real window"
go build -tags desktop,production,webkit2_41,e2e -trimpath -ldflags "-s -w" -o build/bin/estate-atlas-e2e .
ESTATE_ATLAS_WINDOW="$PWD/build/bin/estate-atlas-e2e" go test -trimpath -tags e2e -count=1 -v ./backend/desktop

step "done"
