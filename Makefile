# What everybody needs: make run, make test. The rest is for those who work on Spojka (CONTRIBUTING.md).
.PHONY: setup run test test-quick check fix proof bench walks crawl map lock
PY = .venv/bin/python

setup: .venv/stamp .venv/messages

.venv/stamp: bin/setup requirements-tool.txt requirements-dev.txt
	@bin/setup
	@touch $@

.venv/messages: .venv/stamp $(wildcard spojka/*/locale/*/LC_MESSAGES/*.po)
	@$(PY) -m tools.messages --compile
	@touch $@

run: setup
	@.venv/bin/spojka run

test: setup
	@bin/test

test-quick: setup # the short loop: SQLite only, no browser, nothing slow
	@$(PY) -m pytest -q -n 2 -m "not browser and not slow"

check: setup
	@bin/check

fix: setup
	@.venv/bin/ruff check --fix --quiet . || true
	@.venv/bin/ruff format --quiet .
	@git ls-files -co --exclude-standard 'spojka/*.html' | xargs .venv/bin/djade --target-version 5.2 || true
	@$(PY) -m tools.messages
	@$(PY) -m tools.map > docs/map.md

proof: setup # a million checks that nobody sees what is not theirs; PROOF_CHECKS, PROOF_SEED
	@$(PY) -m proof

bench: setup # make bench BENCH="record"
	@$(PY) -m bench $(BENCH)

walks: setup # the jobs of users done whole in a browser, with pictures in var/walks; make walks WALKS="s12"
	@$(PY) -m walks $(WALKS)

crawl: setup # everybody of the demonstration follows every link they are offered; make crawl WHO="josef", CRAWL=links
	@$(PY) -m tools.crawl $(WHO)

map: setup
	@$(PY) -m tools.map | tee docs/map.md
	@$(PY) -m tools.privacy >docs/privacy.md

lock: setup # new versions of what we stand on
	@bin/lock
