# make check is what has to be clean before a commit; .ci/run does the same in a fresh environment.
BIN := .venv/bin
PYTHON := $(BIN)/python

.PHONY: check format lint types floors test coverage pages

check: lint types floors test

format:
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types:
	$(BIN)/mypy

floors:
	$(BIN)/lint-imports

test:
	$(BIN)/pytest -n 2

coverage:
	$(BIN)/pytest -n 2 --cov

# Everything in docs/ that is made from the code or its tests.
pages:
	$(PYTHON) scripts/kommandon.py
	$(PYTHON) -m rapport.sources.schema
	$(PYTHON) tests/sources/test_error_catalogue.py
	$(PYTHON) tests/sources/test_plan_linter.py
	$(PYTHON) tests/sources/test_measurement_errors.py
	$(PYTHON) tests/report/claim_catalogue.py
	PYTHONPATH=tests $(PYTHON) tests/render/test_pdf_defects.py
	PYTHONPATH=tests $(PYTHON) tests/render/test_word_defects.py
