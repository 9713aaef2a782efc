#!/usr/bin/env bash
# Starts a program file (frozen or installed) as a user would: the main job, then the window for a few seconds.
# Usage: tools/smoke.sh PROGRAM
set -euo pipefail
program=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
"$program" --profile profile demo --out out
status=0
QT_QPA_PLATFORM=offscreen timeout 5 "$program" --profile profile || status=$?
if [ "$status" -ne 124 ]; then
    echo "The window did not stay open: status $status" >&2
    exit 1
fi
echo "The program does its main job and opens its window."
