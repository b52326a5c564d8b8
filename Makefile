# SPDX-FileCopyrightText: 2026 The Handrail authors
# SPDX-License-Identifier: MPL-2.0
#
# The front door. Each target does everything that it needs, from a fresh clone on.

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help run test lint texts format tour bench campaign fuzz tidy clean
.NOTPARALLEL:

# PACKAGES=no: use what is installed, install nothing.
PACKAGES ?= yes
# ARGS: passed on to the program that the target runs, e.g. make test ARGS="-R store".
ARGS ?=
# SECONDS: for each fuzzer of "make fuzz".
SECONDS ?= 60

# CYCLES: how many of each campaign; 0 means the counts of every change.
CYCLES ?= 0

help:
	@echo 'make run        build Handrail and start it against a sample clinic (sign in as maya or rosa, password demo)'
	@echo 'make test       build everything and run all tests'
	@echo 'make lint       check style, structure, scripts, QML and the texts of skills and lessons'
	@echo 'make texts      print the tables of skills and lessons (words, grade, sources) and of which skills fit what was said'
	@echo 'make format     bring the C++ into the one style'
	@echo 'make tidy       look through all C++ with clang-tidy (slow)'
	@echo 'make tour       do the journey of "make run" off-screen; pictures of every page and question in build/tour/'
	@echo 'make bench      measure the release build; numbers in build/bench.json'
	@echo 'make campaign   kill and mislead the app some thousand times and count what is lost; CYCLES=3000 for more'
	@echo 'make fuzz       feed the readers of foreign bytes with mutations, each for SECONDS=60; needs clang'
	@echo 'make clean      remove build/'
	@echo
	@echo 'Each installs the distribution packages that it misses; PACKAGES=no leaves that out.'

# Prerequisites are made in the order in which they are named: packages before the build folder.
packages-%:
ifneq ($(PACKAGES),no)
	@platform/linux/install-packages.sh --what $* --yes
else
	@:
endif

build/%/build.ninja: CMakePresets.json $(wildcard CMakeLists.txt */CMakeLists.txt */*/CMakeLists.txt */*/*/CMakeLists.txt)
	@cmake --preset $*

ifeq ($(strip $(DISPLAY)$(WAYLAND_DISPLAY)),)
run:
	@echo 'There is no display here, so the same journey runs off-screen (make tour).'
	@$(MAKE) tour
else
run: packages-run build/dev/build.ninja
	@cmake --build --preset dev --target bin/handrail bin/handrail-clinic
	build/dev/bin/handrail --demo $(ARGS)
endif

tour: packages-run build/dev/build.ninja
	@cmake --build --preset dev --target bin/handrail bin/handrail-clinic bin/handrail-tour bin/question-pictures
	tests/with-keyring.sh build/dev/bin/handrail-tour --out build/tour $(ARGS)
	QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software build/dev/bin/question-pictures --out build/tour/questions

test: packages-test build/dev/build.ninja
	@cmake --build --preset dev
	@ctest --preset dev --parallel $$(($$(nproc) + 1)) $(ARGS)

bench: packages-run build/release/build.ninja
	@cmake --build --preset release --target bench
	tests/with-keyring.sh tests/bench/bench.py --programs build/release/bin --out build/bench.json $(ARGS)

campaign: packages-test build/dev/build.ninja
	@cmake --build --preset dev --target campaign
	tests/campaign/campaign.py --build build/dev --cycles $(CYCLES) $(ARGS)

fuzz: packages-fuzz build/fuzz/build.ninja
	@cmake --build --preset fuzz
	tests/fuzz/run.py --build build/fuzz --seconds $(SECONDS) $(ARGS)

lint: packages-lint build/dev/build.ninja
	@tests/house/lint

texts: packages-lint build/dev/build.ninja
	@cmake --build --preset dev --target content-lint >/dev/null
	@build/dev/tests/content-lint --table src/content
	@echo
	@awk -F '\t' '!/^#/ { printf "%-32s %4s  %-58s %-14s %-50s %s\n", $$1, $$2, $$3, $$4, $$5, $$6 }' tests/unit/care/picks.tsv

format:
	@tests/house/lint --format

tidy: packages-lint build/dev/build.ninja
	@tests/house/lint --tidy

clean:
	rm -rf build
