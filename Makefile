# make site    install what is needed and build the portal into public/
# make test    install what is needed (Chromium and Java too, where missing) and run every check
# make serve   preview with live reload      make check   say what a build would say, publish nothing
# make test-fast   the tests without browser, Java and the slow ones; under two minutes
# make cover   the same tests with coverage; prints how much of generator/ they run
# make compare REV=main   build a revision and the work tree, and list every file of the site that differs
# make docs    write docs/templates.md out of the views, and the handbook's fields out of the models
# make sbom    list all that a build stands on, with digests and licences (CycloneDX)
# make bench   measure builds                make lock    renew the lock files
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
OUT ?= public
BASE_URL ?=
REV ?= HEAD
FAST := -m 'not browser and not slow'
LOCK := $(VENV)/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-header --no-annotate

.PHONY: site serve check test test-fast cover compare docs bench lint lock sbom clean

site: $(VENV)/site.stamp
	$(PY) -m generator build --out $(OUT) $(if $(BASE_URL),--base-url $(BASE_URL))

serve: $(VENV)/site.stamp
	$(PY) -m generator serve

check: $(VENV)/site.stamp
	$(PY) -m generator check

lint: $(VENV)/dev.stamp
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

test: lint tests/browser/node_modules/.package-lock.json
	$(PY) -m pytest

test-fast: $(VENV)/dev.stamp
	$(PY) -m pytest $(FAST)

cover: $(VENV)/dev.stamp
	$(PY) -m coverage run -m pytest $(FAST)
	$(PY) -m coverage combine --quiet
	$(PY) -m coverage report

compare: $(VENV)/site.stamp
	$(PY) tools/compare.py $(REV)

docs: $(VENV)/site.stamp
	$(PY) -m tools.templates
	$(PY) -m tools.fields

sbom: $(VENV)/site.stamp
	$(PY) -m tools.sbom > sbom.cdx.json

bench: $(VENV)/bench.stamp
	PATH="$(CURDIR)/$(VENV)/bin:$$PATH" $(PY) tests/bench/run.py

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/bench.stamp: $(VENV)/dev.stamp requirements-bench.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	touch $@

$(VENV)/site.stamp: $(VENV)/bin/python requirements.lock pyproject.toml
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/dev.stamp: $(VENV)/site.stamp requirements-dev.lock
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

tests/browser/node_modules/.package-lock.json: tests/browser/package-lock.json tests/browser/install.sh
	sh tests/browser/install.sh
	touch $@

lock: $(VENV)/dev.stamp
	$(LOCK) --extra build --extra intake --extra parquet --output-file requirements.lock pyproject.toml
	$(LOCK) --extra build --extra dask --extra dev --extra intake --extra lock --extra parquet --output-file requirements-dev.lock pyproject.toml
	$(LOCK) --output-file requirements-bench.lock tests/bench/requirements.in
	sed -i '/^--/d' requirements.lock requirements-dev.lock requirements-bench.lock  # where packages come from is each machine's own affair

clean:
	rm -rf $(VENV) .memory $(OUT) tests/browser/node_modules
