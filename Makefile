# Two commands matter: `make run` and `make test`. Both make the environment first where it is missing.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
DATA ?= ../shared/data
PICTURES ?= /tmp/conductatlas-pictures

.DEFAULT_GOAL := help
.PHONY: help setup run test e2e check format demo-reset lock stripe-cli bench bench-reading bench-tagging train-tagger evaluate bench-replay bench-monitor bench-stability bench-open-terms bench-site bench-alerts bench-chaos bench-doors bench-log

help: ## Show what there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  \033[1m%-14s\033[0m %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: .venv/complete ## Create the environment from the lock file

.venv/complete: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; name it with: make PYTHON=python3.12 …"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo "Python's venv is missing. On Debian: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	@touch $@

run: setup ## Start everything on http://127.0.0.1:8000 (PORT=8001 for another)
	@$(MANAGE) up --port $(PORT)

test: setup check ## Check the code and run the tests
	$(BIN)/python -m pytest

e2e: setup ## Every page as everybody at every width in both colours; pictures go to PICTURES
	E2E=full E2E_PICTURES=$(PICTURES) $(BIN)/python -m pytest tests/e2e -q

check: setup ## Lint, format, types, migrations, deployment settings
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	DATABASE_URL=postgresql://types/only REDIS_URL=redis://types/only $(BIN)/mypy
	$(BIN)/djlint templates --lint --quiet
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) spectacular --validate --fail-on-warn --file /dev/null
	SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(64))') LOG_SIGNING_KEY=$$($(BIN)/python -c 'import base64, secrets; print(base64.b64encode(secrets.token_bytes(32)).decode())') DEVELOPMENT=False SITE_URL=https://conductatlas.example EMAIL_HOST=localhost $(MANAGE) check --deploy --fail-level WARNING

format: setup ## Put the code into its canonical form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

demo-reset: setup ## Forget the local data; the next run begins anew
	$(MANAGE) forget_local_data

lock: ## Pin the dependencies anew: versions and hashes, no addresses
	uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --output-file requirements.lock
	uv pip compile pyproject.toml --extra browser --extra shaping --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --output-file docker/requirements.lock

stripe-cli: ## Get Stripe's own command line (npm), which the tests then hold our stand-in for Stripe against
	npm install --silent --no-save --prefix .data/stripe-cli @stripe/cli

bench: bench-reading bench-tagging bench-replay ## All benchmarks that need no fixture site

bench-reading: setup ## Read real pages: word F1, speed
	$(BIN)/python bench/reading.py --data $(DATA)

train-tagger: setup ## Learn the weights of words anew from the written examples (minutes; the same every time)
	$(BIN)/python bench/train_tagger.py

bench-tagging: evaluate ## Tag labelled clauses: precision, recall, speed

evaluate: setup ## Score the tagger on the labelled samples, with its worst confusions
	$(BIN)/python bench/tagging.py --labels $(DATA)/labels

bench-replay: setup ## Replay real captures through the pipeline and score them
	$(BIN)/python bench/replay.py --data $(DATA)

bench-open-terms: setup ## Import real histories from a git repository, twice, and count them against their index
	$(BIN)/python bench/open_terms.py --data $(DATA)

bench-stability: setup ## Replay histories twice: the same provisions, and how many survive a change
	$(BIN)/python bench/stability.py --data $(DATA)

bench-monitor: setup ## The fixture site over real HTTP, beside another monitor
	$(BIN)/python bench/monitor.py --shared $(DATA)/..

bench-site: setup ## Every kind of public page at full size: queries, server time, bytes, requests a second
	$(BIN)/python bench/pages.py

bench-alerts: setup ## One change and 1,000 to 100,000 who watch: until all is owed, and until it is delivered
	$(BIN)/python bench/alerts.py

bench-doors: setup ## Whether the time of an answer tells if an address has an account
	$(BIN)/python bench/doors.py

bench-log: setup ## A million leaves in the log: append rate, time and size of proofs, storage
	$(BIN)/python bench/log.py

bench-chaos: setup ## 2,000 deliveries while workers, scheduler, Valkey and PostgreSQL are killed at random
	$(BIN)/python bench/chaos.py
