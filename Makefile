# boardpack: `make help` lists the targets.
.DEFAULT_GOAL := all
BUILD   ?= build
CONFIG  ?= release
OBJ     := $(BUILD)/$(CONFIG)
CC      ?= cc
PKGS    := libxml-2.0 harfbuzz harfbuzz-subset fribidi cairo libpng zlib libdeflate libmd
ROOMS   := base xml workbook plan assess text scene layout report output app

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes \
  -Wmissing-prototypes -Wvla -Wcast-qual -Wwrite-strings -Wformat=2 -Wundef -Wswitch-enum \
  -Wnull-dereference -Wdouble-promotion
HARDEN := -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
BASE_CFLAGS := -std=c11 -D_POSIX_C_SOURCE=200809L -D_GNU_SOURCE $(WARN) -Isrc -I$(OBJ)/gen \
  $(shell pkg-config --cflags $(PKGS) | sed 's/-I/-isystem /g')
OPT_release := -O2 -g $(HARDEN)
OPT_asan    := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
OPT_cov     := -O0 -g --coverage
ALL_CFLAGS  = $(BASE_CFLAGS) $(OPT_$(CONFIG)) $(WERROR) $(CFLAGS)
LDFLAGS_release := -pie -Wl,-z,relro,-z,now
LIBS := $(shell pkg-config --libs $(PKGS)) -lunibreak -lhpdf -lgmp -lm

objects_of = $(patsubst %.c,$(OBJ)/%.o,$(wildcard src/$(1)/*.c))
ARCHIVES   := $(patsubst %,$(OBJ)/%.a,$(ROOMS))
# archives of a room and of all before it, in link order
upto = $(patsubst %,$(OBJ)/%.a,$(shell for r in $(ROOMS); do l="$$r $$l"; [ $$r = $(1) ] && break; done; echo $$l))
room_of = $(firstword $(foreach r,$(ROOMS),$(if $(wildcard src/$(r)/$(1).c),$(r))) app)

all: $(BUILD)/boardpack

$(BUILD)/boardpack: $(OBJ)/src/app/main.o $(ARCHIVES)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS_$(CONFIG)) $(LDFLAGS) -o $@ $< $(call upto,app) $(LIBS)

$(OBJ)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# Files of templates/ and fonts/ that the program carries.
EMBED := $(sort $(wildcard templates/*.xml templates/*.xsd fonts/*.txt))
$(OBJ)/gen/embedded.c: templates/embed.sh $(EMBED)
	@mkdir -p $(@D)
	sh templates/embed.sh $(EMBED) >$@
$(OBJ)/gen/embedded.o: $(OBJ)/gen/embedded.c
	$(CC) $(ALL_CFLAGS) -c -o $@ $<
$(OBJ)/base.a: $(OBJ)/gen/embedded.o

define ARCHIVE
$(OBJ)/$(1).a: $$(filter-out $(OBJ)/src/app/main.o,$$(call objects_of,$(1)))
	@mkdir -p $$(@D)
	@rm -f $$@
	ar rcsD $$@ $$^
endef
$(foreach r,$(ROOMS),$(eval $(call ARCHIVE,$(r))))

# One cmocka program per source file: make unit-decimal
UNITS := $(patsubst tests/unit/test_%.c,%,$(wildcard tests/unit/test_*.c))
unit-%: $(OBJ)/unit/test_%
	$<
.SECONDEXPANSION:
$(OBJ)/unit/test_%: tests/unit/test_%.c $$(call upto,$$(call room_of,$$*))
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Itests $(LDFLAGS_$(CONFIG)) -MMD -MP -o $@ $< $(filter %.a,$^) $(LIBS) -lcmocka

unit: $(patsubst %,unit-%,$(UNITS))

clean:
	rm -rf $(BUILD)

.PHONY: all clean unit
-include $(shell find $(OBJ) -name '*.d' 2>/dev/null)
