#!/usr/bin/env bash
# Makes frontend/wailsjs from the Go methods. With --check only says whether it is up to date.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p frontend/dist build/cache
[ -n "$(ls -A frontend/dist)" ] || touch frontend/dist/.gitkeep
# The bindings build links no GTK; running it writes the files into the folder that wails.json names.
go build -trimpath -tags bindings -o build/cache/bindings .
./build/cache/bindings >/dev/null
if [ "${1:-}" = --check ]; then
  git diff --exit-code --stat -- frontend/wailsjs || { echo "frontend/wailsjs is out of date: run make bindings and commit it"; exit 1; }
fi
