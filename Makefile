# boardpack: `make help` lists the targets.
.DEFAULT_GOAL := all
BUILD   ?= build
CONFIG  ?= release
OBJ     := $(BUILD)/$(CONFIG)
PROGRAM := $(OBJ)/boardpack
PREFIX  ?= /usr/local
JOBS    ?= $(shell nproc 2>/dev/null || echo 1)
VERSION  = $(shell sed -n 's/.*BOARDPACK_VERSION "\(.*\)"/\1/p' src/base/version.h)
PKGS    := libxml-2.0 harfbuzz harfbuzz-subset fribidi libthai libpng libjpeg zlib libdeflate libmd
# In this order: a room may use those before it (src/LAYERS says more).
ROOMS   := base picture xml workbook export plan assess compare text scene layout report output app

# ---- flags -----------------------------------------------------------------------------------
WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes \
  -Wmissing-prototypes -Wvla -Wcast-qual -Wwrite-strings -Wformat=2 -Wundef -Wswitch-enum \
  -Wnull-dereference -Wdouble-promotion
HARDEN := -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
OPT_release := -O2 -g $(HARDEN)
OPT_asan    := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
OPT_cov     := -O0 -g --coverage -fprofile-abs-path -fprofile-update=atomic
OPT_fuzz    := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
LDFLAGS_release := -pie -Wl,-z,relro,-z,now
# pkg-config is asked once, when something is compiled: `make check` may have to install it first.
PKG_CFLAGS = $(eval PKG_CFLAGS := $$(shell pkg-config --cflags $$(PKGS) $$(LATE) | sed 's/-I/-isystem /g'))$(PKG_CFLAGS)
PKG_LIBS   = $(eval PKG_LIBS := $$(shell pkg-config --libs $$(PKGS)))$(PKG_LIBS)
# Not linked, but loaded by the jobs that need them (src/base/lateload.h): the names of their files.
LATE       := cairo libzip xlsxwriter
late_file   = $(or $(shell readelf -d $$($(CC) -print-file-name=$(1).so) | sed -n 's/.*SONAME.*\[\(.*\)\]/\1/p'),$(1).so)
LATE_FLAGS  = $(eval LATE_FLAGS := $(foreach l,cairo zip xlsxwriter,-DLATE_$(l)='"$$(call late_file,lib$(l))"'))$(LATE_FLAGS)
BASE_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -D_GNU_SOURCE $(WARN) -Isrc $(PKG_CFLAGS) $(LATE_FLAGS)
ALL_CFLAGS  = $(BASE_CFLAGS) $(OPT_$(CONFIG)) $(WERROR) $(CFLAGS)
LINK        = $(CC) $(ALL_CFLAGS) $(LDFLAGS_$(CONFIG)) $(LDFLAGS)
# One short line a command; V=1 shows the commands.
say         = $(if $(V),,@echo '  $(1)';)
LIBS        = $(PKG_LIBS) -lunibreak -lhyphen -lhpdf -lgmp -lm -ldl

# ---- program ---------------------------------------------------------------------------------
# The archives of a room and of those before it, in link order.
rooms_from = $(if $(filter $(1),$(firstword $(2))),$(2),$(call rooms_from,$(1),$(wordlist 2,99,$(2))))
reverse    = $(if $(1),$(call reverse,$(wordlist 2,99,$(1))) $(firstword $(1)))
upto       = $(patsubst %,$(OBJ)/%.a,$(strip $(call rooms_from,$(1),$(strip $(call reverse,$(ROOMS))))))
room_of    = $(firstword $(foreach r,$(ROOMS),$(if $(wildcard src/$(r)/$(1).c),$(r))) app)
objects_of = $(filter-out $(OBJ)/src/app/main.o,$(patsubst %.c,$(OBJ)/%.o,$(wildcard src/$(1)/*.c)))
CATALOGUES := $(sort $(wildcard templates/words.*.xml templates/sentences.*.xml))
EMBEDDED   := $(filter-out $(CATALOGUES),$(sort $(wildcard templates/*.xml templates/*.xsd templates/*.css templates/*.txt fonts/*.txt)))
# A section of the packet is known by the name of its file: sectionrisks.c is <section kind="risks"/>.
SECTIONS   := $(sort $(patsubst src/report/section%.c,%,$(wildcard src/report/section?*.c)))

all: $(PROGRAM) $(if $(filter release,$(CONFIG)),$(BUILD)/boardpack)

$(BUILD)/boardpack: $(BUILD)/release/boardpack
	@cp -f $< $@

$(PROGRAM): $(OBJ)/src/app/main.o $(call upto,app)
	$(call say,ld $(@F))$(LINK) -o $@ $^ $(LIBS)

$(OBJ)/%.o: %.c $(OBJ)/flags
	@mkdir -p $(@D)
	$(call say,cc $<)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(OBJ)/gen/embedded.c: $(EMBEDDED) templates/embed.sh
	@mkdir -p $(@D)
	$(call say,sh templates/embed.sh)sh templates/embed.sh $(EMBEDDED) >$@.new && mv $@.new $@

# Catalogues are read now, by the program's own reader, so that it need not read them each time.
$(OBJ)/gen/tabulate: templates/tabulate.c $(call objects_of,base) $(call objects_of,xml) $(OBJ)/flags
	@mkdir -p $(@D)
	$(call say,ld $(@F))$(LINK) -MMD -MP -o $@ $(filter %.c %.o,$^) $(LIBS)
$(OBJ)/gen/pagetables.c: $(CATALOGUES) $(OBJ)/gen/tabulate
	$(call say,$(OBJ)/gen/tabulate)$(OBJ)/gen/tabulate $(CATALOGUES) >$@.new && mv $@.new $@

$(OBJ)/gen/sections.c: FORCE
	@mkdir -p $(@D)
	@{ echo '#include "report/section.h"'; \
	  printf 'report_section_fn section_%s;\n' $(SECTIONS); \
	  echo 'const struct section_kind section_kinds[] = {'; \
	  printf '{"%s", section_%s},\n' $(foreach s,$(SECTIONS),$(s) $(s)); \
	  echo '{NULL, NULL}};'; } >$@.new
	@cmp -s $@.new $@ || cp $@.new $@

$(OBJ)/gen/%.o: $(OBJ)/gen/%.c $(OBJ)/flags
	$(call say,cc $<)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# Other flags, other objects.
$(OBJ)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(CFLAGS) $(LDFLAGS)' | cmp -s - $@ || echo '$(CC) $(CFLAGS) $(LDFLAGS)' >$@

GENERATED_base   := embedded
GENERATED_report := sections pagetables

define ARCHIVE
$(OBJ)/$(1).a: $$(call objects_of,$(1)) $(GENERATED_$(1):%=$(OBJ)/gen/%.o)
	@mkdir -p $$(@D)
	@rm -f $$@
	$$(call say,ar $$(@F))ar rcsD $$@ $$^
endef
$(foreach r,$(ROOMS),$(eval $(call ARCHIVE,$(r))))

# ---- tests -----------------------------------------------------------------------------------
# One cmocka program for each source file: `make unit-decimal` runs tests/unit/test_decimal.c with
# the room of decimal.c and those below.
UNITS    := $(patsubst tests/unit/test_%.c,%,$(wildcard tests/unit/test_*.c))
PROPERTY := $(patsubst tests/property/%.c,%,$(wildcard tests/property/*.c))
FUZZERS  := $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
TEST_ENV  = BUILD=$(abspath $(BUILD)) BOARDPACK=$(abspath $(PROGRAM)) CONFIG=$(CONFIG)
unit_programs     = $(UNITS:%=$(OBJ)/unit/test_%)
property_programs = $(PROPERTY:%=$(OBJ)/property/%)
replay_programs   = $(FUZZERS:%=$(OBJ)/replay/%)

# Of the workbooks that `make oracle` compares with a second opinion; one number is one workbook.
SEEDS ?= 1-150

unit-%: $(OBJ)/unit/test_%
	$<
.SECONDEXPANSION:
$(OBJ)/unit/test_%: tests/unit/test_%.c $$(call upto,$$(call room_of,$$*)) $(OBJ)/flags
	@mkdir -p $(@D)
	$(call say,ld $(@F))$(LINK) -Itests -MMD -MP -o $@ $< $(filter %.a,$^) $(LIBS) -lzip -lcmocka
$(OBJ)/property/%: tests/property/%.c $$(call upto,report) $(OBJ)/flags
	@mkdir -p $(@D)
	$(call say,ld $(@F))$(LINK) -Itests -MMD -MP -o $@ $< $(filter %.a,$^) $(LIBS) -lcmocka
# A fuzz target with a main() that feeds it the files of its corpus.
$(OBJ)/replay/%: tests/fuzz/fuzz_%.c tests/fuzz/replay.c $$(call upto,output) $(OBJ)/flags
	@mkdir -p $(@D)
	$(call say,ld $(@F))$(LINK) -Itests -o $@ $(filter %.c %.a,$^) $(LIBS) -lzip
# The same with libFuzzer (clang).
$(OBJ)/fuzz/%: tests/fuzz/fuzz_%.c $$(call upto,output) $(OBJ)/flags
	@mkdir -p $(@D)
	$(call say,ld $(@F))$(LINK) -fsanitize=fuzzer -Itests -o $@ $(filter %.c %.a,$^) $(LIBS) -lzip

unit: $(unit_programs)
	@sh tests/run_programs.sh $^
property: $(property_programs)
	@$(if $^,sh tests/run_programs.sh $^,:)
regress: $(PROGRAM)
	@$(if $(wildcard tests/regress/run.sh),$(TEST_ENV) sh tests/regress/run.sh)
e2e: $(PROGRAM)
	@$(TEST_ENV) sh tests/e2e/run.sh
oracle: $(PROGRAM)
	@$(TEST_ENV) python3 -B tests/oracle/compare.py $(PROGRAM) --vectors --laws=1-20 --seeds=$(SEEDS) --file=samples/regional-blood-service.xml
	@$(TEST_ENV) python3 -B tests/oracle/links.py $(PROGRAM) samples/regional-blood-service.xml
THOROUGH := 70_gates 71_renderers 72_map_views 73_units_page 37_spoiled_in_twenty_ways
gates: $(PROGRAM) specimen
	@$(TEST_ENV) THOROUGH=1 sh tests/e2e/run.sh $(THOROUGH:%=tests/e2e/%.sh)
docs: $(PROGRAM)
	@$(TEST_ENV) sh tests/docs/run.sh
fault: $(PROGRAM) $(OBJ)/failing_alloc.so
	@$(TEST_ENV) sh tests/fault/run.sh
replay: $(replay_programs)
	@$(TEST_ENV) sh tests/fuzz/replay.sh $(FUZZERS)
fuzz:
	@$(MAKE) --no-print-directory -j$(JOBS) CONFIG=fuzz CC=clang $(FUZZERS:%=$(BUILD)/fuzz/fuzz/%)
	@$(TEST_ENV) sh tests/fuzz/smoke.sh $(FUZZERS)
$(OBJ)/failing_alloc.so: tests/fault/failing_alloc.c
	@mkdir -p $(@D)
	$(call say,cc $<)$(CC) -std=c11 -D_GNU_SOURCE $(WARN) -Wno-missing-prototypes -O1 -fPIC -shared -o $@ $< -ldl
bench: all $(OBJ)/bench_raw $(OBJ)/bench_sax $(OBJ)/bench_pages $(OBJ)/bench_assess
	@$(TEST_ENV) python3 tests/bench/run.py $(ONLY)
# Every style, mark, table and chart as documents to look at: in colour, without, from right to left.
specimen: $(OBJ)/specimen
	@mkdir -p $(BUILD)/specimen
	@$< $(BUILD)/specimen/specimen.pdf && $< $(BUILD)/specimen/monochrome.pdf mono && \
	  $< $(BUILD)/specimen/right-to-left.pdf rtl && echo $(BUILD)/specimen
$(OBJ)/specimen: $(wildcard tests/specimen/*.c tests/specimen/*.h) $(call upto,output) $(OBJ)/flags
	@mkdir -p $(@D)
	$(call say,ld $(@F))$(LINK) -Itests -o $@ $(filter %.c %.a,$^) $(LIBS)
# Lays every map of tests/bench/maps out, and as many made of seeds, and scores them; STEADY=1 also tells
# how many cards keep their place when a little of a map changes.
bench-maps: $(OBJ)/bench_mapjson
	@python3 -B tests/bench/maps.py $< $(BUILD)/bench/maps
	@$(if $(STEADY),python3 -B tests/bench/mapsteady.py $< $(BUILD)/bench/steady)
$(OBJ)/bench_mapjson $(OBJ)/bench_pages: $(call upto,output)
$(OBJ)/bench_assess: $(call upto,assess)
$(OBJ)/bench_%: tests/bench/%.c
	@mkdir -p $(@D)
	$(call say,ld $(@F))$(LINK) -o $@ $< $(filter %.a,$^) $(LIBS)

# `make check` and `make demo` are typed on machines that have nothing yet: install, then start
# again, so that pkg-config is asked when it is there.
demo:
	@.ci/install build
	@$(MAKE) --no-print-directory -j$(JOBS) all
	@$(BUILD)/boardpack build samples/regional-blood-service.fods -o $(BUILD)/demo 2>$(BUILD)/demo.log \
	  || { cat $(BUILD)/demo.log; exit 1; }
	@$(BUILD)/boardpack check samples/regional-blood-service-spoiled.fods 2>$(BUILD)/demo/problems.txt; \
	  [ $$? = 1 ]
	@echo 'From samples/regional-blood-service.fods, and problems.txt from its spoiled copy:'
	@cd $(BUILD)/demo && wc -c packet.pdf map.svg map.png assessment.json problems.txt | \
	  sed -e '$$d' -e 's|[^ ]*$$|$(BUILD)/demo/&|'
	@tail -n 1 $(BUILD)/demo/problems.txt
check:
	@.ci/install build check
	@$(MAKE) --no-print-directory -j$(JOBS) all $(unit_programs) $(property_programs) $(replay_programs)
	@$(MAKE) --no-print-directory run-tests
run-tests:
	@$(MAKE) --no-print-directory unit property regress replay e2e oracle docs
# With the seconds each step takes.
step = @start=$$(date +%s); $(MAKE) --no-print-directory $(1) && echo "== $(1): $$(($$(date +%s) - start)) s"
ci: export WERROR = -Werror
ci:
	@.ci/install build check ci
	$(call step,lint)
	$(if $(CHECKED),,$(call step,check))
	$(call step,-j$(JOBS) CC=clang BUILD=$(BUILD)/clang all)
	$(call step,analyse)
	$(call step,asan)
	$(call step,oracle SEEDS=151-400)
	$(call step,gates)
	$(call step,fault)
	$(call step,fuzz)
	$(call step,coverage)
	$(call step,distcheck)

asan:
	@$(MAKE) --no-print-directory -j$(JOBS) CONFIG=asan all $(subst $(OBJ),$(BUILD)/asan,$(unit_programs) $(replay_programs))
	@ASAN_OPTIONS=detect_leaks=1 LSAN_OPTIONS=suppressions=$(CURDIR)/tests/lint/leaks.suppressions:print_suppressions=0 \
	  $(MAKE) --no-print-directory CONFIG=asan unit property regress replay e2e
coverage:
	@$(MAKE) --no-print-directory -j$(JOBS) CONFIG=cov all $(subst $(OBJ),$(BUILD)/cov,$(unit_programs))
	@$(MAKE) --no-print-directory CONFIG=cov unit regress e2e
	@sh tests/lint/coverage.sh $(BUILD)
# Would the tests notice a mistake?  Some minutes; SEED and COUNT say which and how many.
mutation:
	@python3 tests/mutation/mutate.py --scratch $(BUILD)/mutation --seed $(or $(SEED),1) --count $(or $(COUNT),150)

# ---- judging the source ----------------------------------------------------------------------
SOURCES = $(sort $(wildcard src/*/*.c))
lint:
	@sh tests/lint/run.sh
analyse: analyse-gcc analyse-tidy analyse-cppcheck
analyse-gcc:
	@$(MAKE) --no-print-directory -j$(JOBS) BUILD=$(BUILD)/analyzer \
	  CFLAGS='-fanalyzer -Wno-analyzer-too-complex $(CFLAGS)' WERROR=-Werror all
analyse-tidy:
	@printf '%s\n' $(SOURCES) | xargs -P $(JOBS) -n 4 sh tests/lint/tidy.sh $(BASE_CFLAGS)
analyse-cppcheck:
	@cppcheck --std=c11 --enable=warning,performance,portability --inline-suppr --quiet -j $(JOBS) \
	  --suppressions-list=tests/lint/cppcheck.suppressions --error-exitcode=1 -Isrc src
format:
	clang-format-14 -i $(wildcard src/*/*.[ch] tests/*/*.[ch])

# ---- handing out -----------------------------------------------------------------------------
install: all
	install -Dm755 $(BUILD)/boardpack $(DESTDIR)$(PREFIX)/bin/boardpack
	install -Dm644 doc/boardpack.1 $(DESTDIR)$(PREFIX)/share/man/man1/boardpack.1
	install -Dm644 doc/boardpack.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/boardpack
	install -Dm644 LICENSE $(DESTDIR)$(PREFIX)/share/doc/boardpack/LICENSE
uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/boardpack $(DESTDIR)$(PREFIX)/share/man/man1/boardpack.1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/boardpack \
	  $(DESTDIR)$(PREFIX)/share/doc/boardpack/LICENSE
# The committed tree, with fixed owners and times: the same commit gives the same bytes.
dist:
	@mkdir -p $(BUILD)
	git archive --format=tar --prefix=boardpack-$(VERSION)/ HEAD | gzip -9n >$(BUILD)/boardpack-$(VERSION).tar.gz
	@echo $(BUILD)/boardpack-$(VERSION).tar.gz
distcheck: dist
	@VERSION=$(VERSION) BUILD=$(abspath $(BUILD)) JOBS=$(JOBS) MAKE='$(MAKE)' sh tests/lint/distcheck.sh
clean:
	rm -rf $(BUILD)

help:
	@echo 'all        build/boardpack              demo      sample packet and map in build/demo'
	@echo 'check      all tests, in two minutes    ci        everything below as well'
	@echo 'unit       one program a source file    unit-NAME one of them'
	@echo 'regress    recorded dumps (UPDATE=1)    e2e       the built program, from outside'
	@echo 'docs       text against program         replay    fuzz targets on their corpora'
	@echo 'oracle     scores against a second opinion (SEEDS=1-150)'
	@echo 'lint       layers, names, sizes, style  analyse   gcc -fanalyzer, clang-tidy, cppcheck'
	@echo 'asan       address and UB sanitizers    fault     failing memory, disk, sudden death'
	@echo 'fuzz       libFuzzer, some seconds      coverage  lines and branches reached'
	@echo 'bench      times and sizes              gates     PDF/UA, PDF/A and map checkers'
	@echo 'mutation   small mistakes in src/assess that no test notices'
	@echo 'format     clang-format in place'
	@echo 'dist distcheck install uninstall clean samples'
	@echo 'Variables: BUILD CONFIG=release|asan|cov CC CFLAGS LDFLAGS WERROR=-Werror JOBS PREFIX DESTDIR'
samples:
	python3 samples/make_samples.py

FORCE:
.PHONY: all analyse analyse-cppcheck analyse-gcc analyse-tidy asan bench bench-maps check ci clean coverage \
  demo dist distcheck docs e2e fault FORCE format fuzz gates help install lint mutation oracle property \
  regress replay run-tests samples specimen uninstall unit
-include $(shell find $(OBJ) -name '*.d' 2>/dev/null)
