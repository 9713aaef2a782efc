#!/usr/bin/env bash
# Opens the program; where there is no display it says so and runs the demonstration of the main job.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/python -m liaison_desktop
fi
echo "There is no display here, so no window can open. The demonstration of the main job runs instead:"
mkdir -p build/demonstration
exec .venv/bin/python -m liaison_desktop --profile build/demonstration/profile demo --out build/demonstration
