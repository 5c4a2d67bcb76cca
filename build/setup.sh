#!/usr/bin/env bash
# Checks the tools and installs the Debian packages that building (setup.sh run) or testing (setup.sh test) needs.
# Says what it does; does nothing when nothing is missing.
set -euo pipefail
what=${1:-run}

say() { printf 'setup: %s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

# at_least HAVE WANT: is version HAVE not older than WANT?
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

command -v go >/dev/null || stop "Go is missing. Install Go 1.26 or newer from https://go.dev/dl/ and put it on the PATH. 缺少 Go：安装 1.26 或更新版本。"
go_have=$(go env GOVERSION | sed 's/^go//; s/[ -].*//')
at_least "$go_have" 1.26 || stop "Go $go_have is too old; 1.26 or newer is needed. Go 版本过旧，需要 1.26 或更新。"
command -v node >/dev/null || stop "Node.js is missing. Install Node 20.19 or newer from https://nodejs.org/. 缺少 Node.js：安装 20.19 或更新版本。"
node_have=$(node --version | sed 's/^v//')
at_least "$node_have" 20.19 || stop "Node $node_have is too old; 20.19 or newer is needed. Node 版本过旧，需要 20.19 或更新。"
command -v npm >/dev/null || stop "npm is missing; it comes with Node.js. 缺少 npm（随 Node.js 安装）。"

packages=(gcc libc6-dev pkg-config libgtk-3-dev libwebkit2gtk-4.1-dev fonts-noto-cjk)
if [ "$what" = test ]; then
  # The browser stories, the real window without a screen and a mouse for it, GDAL as the judge of the project file, poppler as that of PDFs,
  # LibreOffice of workbooks, notices and slides.
  packages+=(chromium xvfb xauth webkit2gtk-driver dbus-x11 libgl1-mesa-dri xdotool gdal-bin python3-gdal poppler-utils
    libreoffice-calc libreoffice-impress libreoffice-writer)
fi

if ! command -v dpkg-query >/dev/null || ! grep -qs '^VERSION_ID="12"' /etc/os-release; then
  say "this is not Debian 12: packages are not installed for you. Needed, by their Debian names: ${packages[*]}"
  say "本系统不是 Debian 12，不自动安装。需要（Debian 包名）：${packages[*]}"
  pkg-config --exists webkit2gtk-4.1 gtk+-3.0 2>/dev/null || stop "webkit2gtk-4.1 and gtk+-3.0 were not found by pkg-config."
  exit 0
fi

missing=()
for p in "${packages[@]}"; do
  dpkg-query -W -f '${db:Status-Status}' "$p" 2>/dev/null | grep -qx installed || missing+=("$p")
done
[ ${#missing[@]} -eq 0 ] && exit 0

sudo=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || stop "these packages are missing and there is no sudo; as root: apt-get install --no-install-recommends ${missing[*]}"
  sudo=(sudo)
fi
say "installing with apt-get: ${missing[*]}"
"${sudo[@]}" apt-get -o DPkg::Lock::Timeout=900 update -qq
"${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=900 install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
