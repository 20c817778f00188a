# Everything that is done with this repository. `make run` and `make test` need nothing but the Swift toolchain, and
# on Debian root and apt: they install what is missing.

SWIFT ?= swift
# With --enable-all-traits, the generator is not compiled a second time where the tests have been built.
TRAITS ?=
CODEGEN = $(SWIFT) run --quiet $(TRAITS) gitlab-codegen

# The packages of Examples/ are built in one folder, so that they compile the client once.
EXAMPLES = --scratch-path $(CURDIR)/.build/examples

# All tests are in one process. If each of them begins at once, those that only wait for a response wait for the busy ones
# first, on a slow machine for longer than a client waits for GitLab. Toolchains before Swift 6.3 have no such option.
WIDTH = --experimental-maximum-parallelization-width
FEW_AT_ONCE = $(shell $(SWIFT) test --help-hidden 2>&1 | grep -q -e $(WIDTH) && echo $(WIDTH) 6)

.PHONY: help run test verify docs generate format lint setup setup-tests downstream from-spec quick-start isolation emission documents tours fake fake-tours webhook-bot coverage samples imitation vectors sanitize mutations soak hostile fuzz fuzz-generator bench costs limits conformance export-check clean

help: ## Lists the commands.
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /make \1|/' | column -t -s '|'

run: building setup generate verify quick-start ## Regenerates and verifies the client, then runs the quick start in memory.

.PHONY: building
building:
	@echo "Building the generator and the client: about two minutes the first time."

test: setup-tests bootstrap ## Runs every test, with all traits; the server's parts are installed and have to be there.
	GITLAB_SWIFT_REQUIRE_RUBY=1 GITLAB_SWIFT_REQUIRE_STRACE=1 GITLAB_SWIFT_REQUIRE_PYTHON=1 $(SWIFT) test --enable-all-traits $(FEW_AT_ONCE)
	$(MAKE) emission documents tours quick-start isolation webhook-bot fake-tours downstream from-spec

verify: setup bootstrap ## Fails unless spec/ keeps its rules, Generated/ is current, and the sources are formatted.
	$(CODEGEN) lint
	$(CODEGEN) verify --self-test
	scripts/check-dependencies.py
	scripts/check-functions.py
	scripts/check-variables.py
	scripts/check-references.py
	scripts/check-checks.py
	$(CODEGEN) operations >.build/operations.json
	scripts/make-coverage.py --check --operations .build/operations.json
	$(MAKE) lint

# All targets at once: each call compiles the package anew, with and without symbol graphs.
docs: setup bootstrap ## Builds the documentation; any warning fails.
	$(SWIFT) package --enable-all-traits generate-documentation --warnings-as-errors \
		$$(sed -n 's/^  \([A-Z][A-Za-z]*\):.*/--target \1/p' spec/modules.yaml) \
		--target GitLabRuntime --target GitLabTesting --target GitLabTestingTraits --target GitLabAsyncHTTPClient \
		--target GitLabObservability --target GitLabWebhooks

generate: setup bootstrap ## Writes Generated/ from spec/.
	$(CODEGEN) generate

coverage: setup bootstrap ## Writes the pages that list every operation of GitLab's API with its Swift name.
	$(CODEGEN) operations >.build/operations.json
	scripts/make-coverage.py --operations .build/operations.json

samples: ## Writes the wire samples of the tests from spec/; needs Python with PyYAML.
	scripts/make-operation-samples.py

imitation: setup bootstrap ## Writes the page that says how far the GitLab in memory imitates each operation.
	GITLAB_SWIFT_WRITE_IMITATION=1 $(SWIFT) test --filter ImitationTableTests

vectors: setup-tests bootstrap ## Writes the bytes and responses of Tests/GitLabTests/Wire/Vectors.
	GITLAB_SWIFT_WRITE_VECTORS=1 GITLAB_SWIFT_REQUIRE_RUBY=1 $(SWIFT) test --filter VectorTests

sanitize: setup bootstrap ## Runs the tests of the runtime under the thread and the address sanitizer; builds everything twice more.
	scripts/sanitize.sh thread
	scripts/sanitize.sh address

mutations: setup-tests ## Breaks each rule of the encoder in turn and demands that a test fails; takes a quarter of an hour.
	scripts/check-mutations.sh

soak: setup-tests bootstrap ## Sends 30,000 random trees over each face, walks 100,000 projects, reads 240,000 changed documents, compares the fake with Grape by 400,000 requests, and reads specs with 16,000 mistakes; GITLAB_SWIFT_SEED repeats a run.
	GITLAB_SWIFT_SOAK=1 GITLAB_SWIFT_REQUIRE_RUBY=1 $(SWIFT) test --enable-all-traits $(FEW_AT_ONCE) --filter 'RandomTreeTests|WalkTests|DifferentialTests|FakeDifferential|ManyMistakesTests'
	$(MAKE) fuzz SECONDS=120

# Each is a target of Fuzz/.
FUZZERS = FuzzEncoding FuzzJSON FuzzSpec
SECONDS = 20

# Each that is accepted costs a run of the compiler.
HOSTILE = 1000

hostile: setup bootstrap ## Makes HOSTILE specs of names that nobody would choose; each is rejected with advice, or its client compiles.
	GITLAB_SWIFT_HOSTILE=$(HOSTILE) $(SWIFT) test --filter HostileSpecTests

fuzz: setup fuzz-generator ## Runs every fuzzer for SECONDS, 20 by default.
	for fuzzer in $(FUZZERS); do scripts/fuzz.sh $$fuzzer $(SECONDS) || exit 1; done

# Each of these tests draws its input from seeds.
fuzz-generator: setup bootstrap ## Reads random documents, rows with mistakes, random edits, hostile texts and hostile responses, each kind for SECONDS.
	GITLAB_SWIFT_FUZZ_SECONDS=$(SECONDS) $(SWIFT) test --enable-all-traits --filter 'randomDocumentsAreRead|whatWasAFactIsOneAfterwards|quotedTextsAreReadAsTheyWere|randomTextsStayTexts|randomEditsGiveWhatTheWholeSpecGives|everyCallEndsAsItShould'

bench: setup-tests ## Runs all benchmarks and writes Benchmarks/results; ONLY=decoding,encoding prints some of them.
	@scripts/setup.sh --bench
	scripts/bench.py $(if $(ONLY),--only $(ONLY))

costs: setup-tests ## Fails if what can be counted of the client's costs is above Benchmarks/limits.json.
	scripts/check-costs.py

limits: setup-tests ## Writes Benchmarks/limits.json from what the client costs now.
	scripts/check-costs.py --raise

conformance: ## Compares what is JSON for this package with what is JSON for orjson, which is fetched from PyPI.
	python3 -m venv .build/orjson && .build/orjson/bin/pip install --quiet --require-hashes --requirement scripts/conformance-requirements.txt
	.build/orjson/bin/python scripts/compare-json-acceptance.py

export-check: setup-tests bootstrap ## Exports OpenAPI, validates and counts it, and makes and calls a Python client of it; needs PyPI.
	scripts/check-export.sh

quick-start: ## Runs the example; GITLAB_URL and GITLAB_TOKEN point it at a server.
	cd Examples/QuickStart && touch Package.swift && $(SWIFT) run --quiet $(EXAMPLES) QuickStart

emission: ## Checks what no compiler sees of the emitted client: that links lead somewhere, for example; needs PyYAML.
	scripts/check-emission.py

documents: ## Compiles the Swift of README and the articles, and runs README's first sample; after `make test` has built everything.
	scripts/check-documents.py

tours: ## Runs Examples/Tours against a GitLab in Ruby and compares with the articles; after `make test` has built everything.
	scripts/check-tours.py

webhook-bot: ## Tests Examples/WebhookBot over sockets: from a webhook to a comment; fetches FlyingFox.
	cd Examples/WebhookBot && touch Package.swift && $(SWIFT) test $(EXAMPLES)

# `make fake PORT=0 ARGS="--project tools/compiler --token secret"`
PORT = 8929
ARGS =

fake: ## Serves a GitLab in memory at 127.0.0.1:PORT, for clients in any language; ARGS=--help lists the options; fetches FlyingFox.
	cd Examples/GitLabFake && touch Package.swift && $(SWIFT) build --quiet $(EXAMPLES) --product gitlab-fake
	@exec .build/examples/debug/gitlab-fake --port $(PORT) $(ARGS)

fake-tours: ## Tests gitlab-fake with python-gitlab and ruby-gitlab, which are not ours; fetches FlyingFox and, from PyPI, python-gitlab.
	@scripts/setup.sh --fake
	scripts/check-fake.sh

isolation: ## Calls the client from the main actor, actors and tasks, in every mode of isolation.
	scripts/check-isolation.sh

downstream: ## Builds a package that depends on this one, with libyaml hidden.
	scripts/check-downstream.sh

from-spec: setup ## Builds the maintainers' mode, in which the module GitLab is compiled straight from spec/.
	GITLAB_SWIFT_FROM_SPEC=1 $(SWIFT) build $(TRAITS) --target GitLab

# swift format passes over a path that does not exist, with exit code 0.
WRITTEN = Package.swift Sources Tests Plugins Examples Benchmarks Fuzz

.PHONY: formatted-paths
formatted-paths:
	@for path in $(WRITTEN) Generated; do \
		test -e $$path || { echo "error: '$$path' is to be formatted, and does not exist" >&2; exit 1; }; \
	done

format: formatted-paths ## Formats the hand-written Swift.
	$(SWIFT) format --in-place --recursive --parallel $(WRITTEN)

lint: formatted-paths ## Fails on Swift, generated or not, that is not formatted.
	$(SWIFT) format lint --strict --recursive --parallel $(WRITTEN) Generated

setup: ## Installs what building needs.
	@scripts/setup.sh

setup-tests: setup ## Installs what the tests need besides.
	@scripts/setup.sh --tests

# SwiftPM does not load a package with an empty target, and so could not build the generator that fills it. The file
# carries the generator's mark, so the next run of it takes it away.
.PHONY: bootstrap
bootstrap:
	@for module in GitLabOperations $$(sed -n 's/^  \([A-Z][A-Za-z]*\):.*/\1 \1Fixtures/p' spec/modules.yaml); do \
		if [ ! -e Generated/$$module ]; then \
			mkdir -p Generated/$$module; \
			echo '// Generated by gitlab-codegen. DO NOT EDIT: edit the spec and run `make generate`.' \
				> Generated/$$module/$$module.swift; \
		fi; \
	done

clean: ## Removes everything that was built.
	rm -rf .build Examples/*/.build Benchmarks/.build Fuzz/.build
