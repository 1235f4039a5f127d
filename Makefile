# Tasks of the project. `make` alone lists them.

PYTHON ?= python3
PORT   ?= 8501
# Who may reach the server: this machine alone, or 0.0.0.0 for any.
HOST   ?= localhost
ARGS   ?=
# How many tests run at once: one more than two cores, as those in a browser mostly wait.
JOBS   ?= 3
# The whole run counts the sentences of every month again, a part of it those of some months.
RECOUNT ?= $(if $(ARGS),,every)

VENV := .venv
BIN  := $(VENV)/bin
RUN  := $(VENV)/run.stamp
DEV  := $(VENV)/dev.stamp
# Of its own: Dash brings a plugin for pytest.
BENCH := $(VENV)-bench/bench.stamp
PIP  := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help run test check format bench screenshots clean

help: ## List these tasks
	@sed -n 's/^\([a-z]*\):.*## /  make \1 	/p' Makefile | expand -t 22

run: $(RUN) ## Start the dashboard (PORT=8501 HOST=localhost)
	@$(BIN)/python -c "import socket; socket.create_server(('$(HOST)', $(PORT))).close()" 2>/dev/null || { \
	  echo "Port $(PORT) is in use or not allowed: choose another, for example 'make run PORT=8601'." >&2; \
	  exit 1; }
	@exec $(BIN)/python -m streamlit run dashboard.py --server.port $(PORT) --server.address $(HOST)

test: $(DEV) ## Run every test, those in a browser too (ARGS="-k timeline")
	@sh tools/ensure_libreoffice.sh
	@sh tools/ensure_nginx.sh
	@chromium=$$(sh tools/ensure_chromium.sh) && \
	  CHROMIUM="$$chromium" RECOUNT="$(RECOUNT)" \
	  $(BIN)/python -m pytest -n $(JOBS) --dist worksteal $(ARGS)

check: $(DEV) ## Check format, lint, types and layers, then run every test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory test

format: $(DEV) ## Format the code and mend what the linter can
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

bench: $(BENCH) ## Measure beside bare pages, about a quarter of an hour (ARGS="readers --quick")
	@chromium=$$(sh tools/ensure_chromium.sh) && \
	  CHROMIUM="$$chromium" $(VENV)-bench/bin/python -m tools.bench $(ARGS)

screenshots: $(DEV) ## Take the pictures for the documentation
	@chromium=$$(sh tools/ensure_chromium.sh) && \
	  CHROMIUM="$$chromium" $(BIN)/python tools/screenshots.py

clean: ## Remove the environment and every cache
	rm -rf $(VENV) $(VENV)-bench .pytest_cache .ruff_cache .mypy_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# pip is the last thing that `venv` puts in place, so a half-made environment is made again.
$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Python 3.11 or newer is needed, and '$(PYTHON)' is not: install it, or name one, for example 'make $(MAKECMDGOALS) PYTHON=python3.12'." >&2; \
	  exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo "'$(PYTHON)' cannot make virtual environments: install its venv module (on Debian and Ubuntu the package python3-venv)." >&2; \
	  exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(RUN): requirements.txt | $(BIN)/pip
	@echo "Installing what the dashboard needs (once, about a minute) ..."
	@$(PIP) -r requirements.txt
	@touch $@

$(BENCH): requirements-bench.txt requirements.txt
	@echo "Installing what the benchmark needs (once, about a minute) ..."
	@$(PYTHON) -m venv $(VENV)-bench
	@$(VENV)-bench/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-bench.txt
	@touch $@

$(DEV): requirements-dev.txt requirements.txt | $(BIN)/pip
	@echo "Installing what the checks need (once, about a minute) ..."
	@$(PIP) -r requirements-dev.txt
	@touch $(RUN) $@
