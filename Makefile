# Two commands do all: `make demo` and `make test`. They need Python 3.11 or later and make, nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
INSTALL := $(PIP) install --constraint constraints.txt

.PHONY: help demo test e2e soak accept docs pictures bench clean

help: ## List the targets
	@grep -E '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

demo: $(VENV)/demo ## Install the project, make the example letters and report how far each has progressed
	@$(BIN)/respondent draft examples
	@$(BIN)/respondent status examples

test: $(VENV)/test ## Run every test that needs only Python
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/vulture
	$(BIN)/deptry src
	$(BIN)/pytest -n auto --dist loadfile  # what a file loads once is not loaded again by another process

e2e: $(VENV)/e2e ## Run the product with real programs: LibreOffice, Chromium with axe, OmegaT
	$(BIN)/pytest e2e

soak: $(VENV)/test ## Run what takes too long for CI, at most 20 minutes a part; without PART=, list the parts
ifdef PART
	$(BIN)/python scripts/soak_$(PART).py
else
	@grep -H '^"""[A-Z]' scripts/soak_*.py | sed -E 's/.*soak_([a-z]+)\.py:"""(.*)/make soak PART=\1\t\2/'
endif

accept: $(VENV)/test ## Rewrite the golden files; read the difference before you commit it
	$(BIN)/pytest tests/golden --accept

docs: $(VENV)/demo ## Write the generated pages of docs/
	$(BIN)/python scripts/make_docs.py

pictures: $(VENV)/demo ## Make the pictures of the README (needs LibreOffice, pdftoppm, Chromium)
	scripts/make_pictures.sh

bench: $(VENV)/bench ## Measure against other ways to make the same letters
	$(BIN)/python benchmarks/letters.py
	$(BIN)/python benchmarks/grammar.py
	$(BIN)/python benchmarks/checks.py
	$(BIN)/python benchmarks/memory.py
	$(BIN)/python benchmarks/status.py
	$(BIN)/python benchmarks/exchange.py

clean: ## Remove the virtual environment
	rm -rf $(VENV)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/demo: $(BIN)/python pyproject.toml constraints.txt
	$(INSTALL) --editable .
	@touch $@

$(VENV)/test $(VENV)/e2e $(VENV)/bench: $(VENV)/%: $(VENV)/demo
	$(INSTALL) --editable '.[$*]'
	@touch $@
