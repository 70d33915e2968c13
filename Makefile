# One word for each need. `make help` lists them.
PYTHON ?= python3
PORT ?= 8080
VENV := .venv
RUN := $(VENV)/bin/python

.DEFAULT_GOAL := help
.PHONY: help demo test lint format diagrams figures bench growth flood soak lock clean

help:  ## list the words
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/:/' | column -t -s:

demo: $(VENV)/.run  ## the bot, a simulated Telegram and a chat page: no token, no network
	$(RUN) -m bot demo --port $(PORT)

test: $(VENV)/.test  ## the whole suite
	$(RUN) -m pytest -n auto --dist loadfile --no-loadscope-reorder $(ARGS)

lint: $(VENV)/.test  ## style, types, and which room may import which
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/lint-imports
	$(VENV)/bin/mypy

format: $(VENV)/.test  ## mend what a machine can mend
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

diagrams: $(VENV)/.run  ## docs/machines.md from the machines themselves
	$(RUN) -m states.diagrams > docs/machines.md

figures: $(VENV)/.test  ## what reading an answer costs
	$(RUN) bench/reading.py

bench: $(VENV)/.test  ## what a step costs, beside two bare bots (ARGS='--only ours', see bench/steps.py)
	$(RUN) -m bench.steps $(ARGS)

growth: $(VENV)/.test  ## what a step costs beside 1 million stored cases (10 GB of disk for a while)
	$(RUN) -m bench.growth $(ARGS)

flood: $(VENV)/.test  ## 500 requests sent within a minute, at Telegram's limits
	$(RUN) -m bench.flood $(ARGS)

soak: $(VENV)/.test  ## thousands of kills, crashes and power cuts: about an hour
	$(RUN) -m tests.faults.soak $(ARGS)

lock:  ## pin the dependencies anew (needs uv)
	uv pip compile pyproject.toml --no-strip-extras --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -q -o requirements.lock
	uv pip compile pyproject.toml --group dev --no-strip-extras --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -q -o requirements-dev.lock

clean:  ## remove what was made here
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/.run: requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.test: requirements-dev.lock
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $(VENV)/.run $@
