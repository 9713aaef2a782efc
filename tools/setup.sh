#!/usr/bin/env bash
# Sets up a checkout on Debian or Ubuntu: system libraries, then a virtual environment from the lock file.
# Usage: tools/setup.sh run|dev|bench
set -euo pipefail
cd "$(dirname "$0")/.."
purpose=$1

packages="python3-venv libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0
    libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-image0
    libxcb-randr0 libxcb-render-util0 libxcb-xkb1"
# Marks below misspelt words.
spelling="libenchant-2-2 hunspell-en-gb hunspell-it hunspell-de-de-frami hunspell-de-at-frami hunspell-da hunspell-el
    hunspell-ar"
if [ "$purpose" = dev ]; then
    packages="$packages xvfb xauth poppler-utils qpdf libnss3-tools binutils softhsm2"
fi
if [ "$purpose" = bench ]; then
    packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
fi

install_packages() {
    command -v dpkg-query >/dev/null || return 0
    local missing=() package
    for package in $packages; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q "ok installed" || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! sudo -n true 2>/dev/null; then
            echo "These Debian packages are missing; please install them and start again: ${missing[*]}" >&2
            exit 1
        fi
        as_root=(sudo -n)
    fi
    echo "Installing Debian packages: ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends \
        "${missing[@]}" >/dev/null
}

# Without them nothing is missing but the marks, so nobody is kept from starting.
install_spelling() {
    [ "$purpose" = bench ] && return 0
    if [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; then
        packages=$spelling
        (install_packages) || echo "Misspelt words will not be marked: the dictionaries could not be installed."
    fi
}

find_python() {
    local candidate
    for candidate in python3.11 python3.12 python3.13 python3.14 python3; do
        if command -v "$candidate" >/dev/null \
            && "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return 0
        fi
    done
    echo "Python 3.11 or newer is needed and was not found." >&2
    exit 1
}

install_packages
install_spelling
lock="requirements/$purpose.txt"
# An environment for development serves for running too.
stamps=".venv/.$purpose"
[ "$purpose" = run ] && stamps="$stamps .venv/.dev"
for stamp in $stamps; do
    recorded=$(cat "$stamp" 2>/dev/null || true)
    [ "$recorded" = "$(cat "requirements/${stamp##*.}.txt" | sha256sum)" ] && exit 0
done
if [ ! -x .venv/bin/python ]; then
    "$(find_python)" -m venv .venv
fi
echo "Installing Python packages from $lock"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement "$lock"
sha256sum <"$lock" >".venv/.$purpose"
