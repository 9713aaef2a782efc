#!/usr/bin/env bash
# Pins every dependency with its hashes; the files name packages and hashes only.
set -euo pipefail
cd "$(dirname "$0")/.."
lock() {
    .venv/bin/pip-compile --quiet --generate-hashes --allow-unsafe \
        --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --no-annotate \
        "$@" pyproject.toml
}
lock --output-file requirements/run.txt
lock --extra dev --constraint requirements/run.txt --output-file requirements/dev.txt
lock --extra bench --constraint requirements/dev.txt --output-file requirements/bench.txt
