# Every target sets up what it needs; a fresh machine needs only `make run` and `make test`.
.DEFAULT_GOAL := help
VENV := .venv
PYTHON := $(VENV)/bin/python
PROGRAM := $(PYTHON) -m liaison_desktop

.PHONY: help
help: ## Show these targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

.PHONY: setup
setup: ## Set up what running needs: Debian packages, Python packages
	@tools/setup.sh run

.PHONY: develop
develop: ## Set up what testing and building need as well
	@tools/setup.sh dev

.PHONY: run
run: setup ## Open the program; without a display run the demonstration instead
	@tools/run.sh

.PHONY: test
test: develop ## Run the whole suite
	$(PYTHON) -m pytest -n auto --dist loadfile

.PHONY: quick
quick: develop ## Run the tests that need neither store nor window
	$(PYTHON) -m pytest tests/unit

.PHONY: lint
lint: develop ## Rules of style
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

.PHONY: types
types: develop ## Types, strictly
	$(VENV)/bin/mypy

.PHONY: contracts
contracts: develop ## Which room may enter which
	$(VENV)/bin/lint-imports

.PHONY: check
check: lint types contracts test ## All of it

.PHONY: fix
fix: develop ## Mend what can be mended by itself
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

.PHONY: strings
strings: develop ## Bring the catalogues up to the code
	$(PYTHON) -m tools.update_strings

.PHONY: pictures
pictures: develop ## Pictures of every screen and of every paper in build/
	QT_QPA_PLATFORM=offscreen $(PYTHON) tools/pictures.py
	$(PYTHON) -m tools.paper_pictures

.PHONY: bench
bench: develop ## Timings as ratios, side by side in one run
	@tools/setup.sh bench || echo "What could not be installed is left out of the comparison."
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m benchmarks

.PHONY: package
package: develop ## Freeze the program into dist/liaison-desktop and start it once
	$(VENV)/bin/pyinstaller --noconfirm --log-level WARN build.spec
	tools/smoke.sh dist/liaison-desktop/liaison-desktop

.PHONY: lock
lock: develop ## Pin the dependencies anew
	tools/lock.sh

.PHONY: clean
clean: ## Remove what was built
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
