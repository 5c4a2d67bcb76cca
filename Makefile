# Estate Atlas. `make run` and `make test` are all that a newcomer needs; both install what is missing first.
SHELL := /bin/bash
.DEFAULT_GOAL := build
.PHONY: run test setup-test build setup frontend bench demo explore fuzz fmt lint bindings clean bench-window

BIN      := build/bin
# The same flags everywhere: go-sqlite3 takes a minute to compile, and other flags would compile it again.
GOFLAGS_ := -trimpath
LDFLAGS  := -s -w
DESKTOP  := desktop,production,webkit2_41
TOOL     := go tool -modfile=build/tools/go.mod

run: build ## the window on the demo district; without a display the same in a browser on this machine
	@build/run.sh

build: $(BIN)/estate-atlas $(BIN)/estate-atlas-cli

test: setup-test frontend $(BIN)/estate-atlas-cli
	@build/test.sh

setup: ## Debian packages, Node modules; says what it does
	@build/setup.sh run

setup-test:
	@build/setup.sh test

FRONTEND_SOURCES := $(shell find frontend -path frontend/node_modules -prune -o -path frontend/dist -prune -o -path frontend/wailsjs -prune -o -type f -print 2>/dev/null)
GO_SOURCES       := main.go go.mod go.sum $(shell find backend frontend/embed.go -name '*.go' -o -name '*.sql' 2>/dev/null)

frontend: frontend/dist/index.html

frontend/node_modules/.package-lock.json: frontend/package.json frontend/package-lock.json | setup
	cd frontend && npm ci --no-fund --no-audit

frontend/dist/index.html: $(FRONTEND_SOURCES) frontend/node_modules/.package-lock.json
	cd frontend && npm run build
	@touch $@

$(BIN)/estate-atlas: $(GO_SOURCES) frontend/dist/index.html | setup
	go build -tags $(DESKTOP) $(GOFLAGS_) -ldflags "$(LDFLAGS)" -o $@ .

$(BIN)/estate-atlas-cli: $(GO_SOURCES) frontend/dist/index.html | setup
	go build $(GOFLAGS_) -ldflags "$(LDFLAGS)" -o $@ ./backend/cmd/estate-atlas

demo: $(BIN)/estate-atlas-cli ## the demo district as a dataset folder
	$(BIN)/estate-atlas-cli demo build/cache/demo-district
	@echo "build/cache/demo-district"

bench: ## build and query time of the index, rules, readers, project file, tiles
	go test $(GOFLAGS_) -run '^$$' -bench . -benchmem ./backend/...

bench-window: frontend/dist/index.html ## speed of the real window: needs a display, or xvfb-run
	go build -tags $(DESKTOP),e2e $(GOFLAGS_) -ldflags "$(LDFLAGS)" -o $(BIN)/estate-atlas-e2e .
	ESTATE_ATLAS_BENCH=1 ESTATE_ATLAS_WINDOW="$(CURDIR)/$(BIN)/estate-atlas-e2e" go test $(GOFLAGS_) -tags e2e -count=1 -v -timeout 30m -run TestSpeedOfTheWindow ./backend/desktop

explore: ## property tests over new cases, CHECKS (3000) each; fuzz targets: make fuzz
	@build/properties.sh --explore

fuzz: ## every fuzz target for FUZZTIME (10s)
	@build/fuzz.sh

bindings: ## frontend/wailsjs from the Go methods
	@build/bindings.sh

fmt:
	$(TOOL) gofumpt -w main.go backend frontend/embed.go
	cd frontend && npm run format

lint:
	$(TOOL) golangci-lint run ./...
	cd frontend && npm run lint

clean:
	rm -rf build/bin build/cache frontend/dist/assets frontend/dist/index.html
