#!/usr/bin/env bash
# Opens the window on the demo district; without a display serves the same interface on this machine and prints the address.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec build/bin/estate-atlas open
fi
mkdir -p build/cache
demo=build/cache/demo.gpkg
[ -f "$demo" ] || build/bin/estate-atlas-cli demo "$demo"
echo "No display here: open this address in a browser on this machine (Ctrl+C ends it). 没有显示器，在本机浏览器打开："
exec build/bin/estate-atlas-cli serve "$demo"
