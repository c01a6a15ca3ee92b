# Views of the map, and maps that keep last month's places.
suite=views
. tests/lib.sh

draw() { # NAME OPTION...
    name=$1
    shift
    exits_with 0 "$BOARDPACK" map -q "$sample" -o "$scratch/$name.svg" --layout-json "$scratch/$name.json" "$@"
}
each_view_is_a_sound_picture() {
    for view in whole theme:T1 unit:COL around:I5 cascade evidence; do
        file=$(echo "$view" | tr ':' '-')
        draw "$file" --view "$view" && xmllint --noout --nonet "$scratch/$file.svg" &&
            python3 tests/checkers/check_svg.py "$scratch/$file.svg" >/dev/null || return 1
    done
}
the_whole_is_what_is_drawn_without_a_view() {
    draw plain && draw whole --view whole && cmp "$scratch/plain.svg" "$scratch/whole.svg"
}
each_view_says_what_it_shows() {
    says "$scratch/cascade.svg" 'how the units serve its objectives' &&
        says "$scratch/cascade.svg" 'are served by objectives of' &&
        says "$scratch/cascade.svg" 'the same objective' &&
        says "$scratch/evidence.svg" 'do the figures bear the links out' &&
        says "$scratch/around-I5.svg" 'what drives it and what it drives' &&
        says "$scratch/unit-COL.svg" 'and what it serves in' &&
        says "$scratch/theme-T1.svg" 'and the links among them' &&
        ! grep -q '{[0-9]' "$scratch/cascade.svg" "$scratch/evidence.svg" "$scratch/around-I5.svg" \
            "$scratch/unit-COL.svg" "$scratch/theme-T1.svg"
}
unknown_names_are_refused() { # BP5094 BP5095
    exits_with 2 "$BOARDPACK" map -q "$sample" -o "$scratch/no.svg" --view sideways && says "$err" BP5094 &&
        exits_with 2 "$BOARDPACK" map -q "$sample" -o "$scratch/no.svg" --view theme:T9 &&
        says "$err" BP5095 && says "$err" "did you mean 'T" &&
        exits_with 2 "$BOARDPACK" map -q "$sample" -o "$scratch/no.svg" --view unit:CLO &&
        says "$err" "did you mean 'COL'" && [ ! -e "$scratch/no.svg" ]
}
a_view_without_objectives_is_refused() { # BP5096
    exits_with 4 "$BOARDPACK" map -q "$sample" -o "$scratch/no.svg" --view unit:RBS && says "$err" BP5096 &&
        [ ! -e "$scratch/no.svg" ]
}
nothing_moves_if_nothing_changed() {
    draw plain && draw again --keep-layout "$scratch/plain.json" && cmp "$scratch/plain.json" "$scratch/again.json" &&
        cmp "$scratch/plain.svg" "$scratch/again.svg" && ! grep -q 'BP509' "$err"
}
nor_in_other_kinds_of_file() {
    draw plain && for kind in png pdf; do
        exits_with 0 "$BOARDPACK" map -q "$sample" -o "$scratch/plain.$kind" &&
            exits_with 0 "$BOARDPACK" map -q "$sample" -o "$scratch/again.$kind" --keep-layout "$scratch/plain.json" &&
            cmp "$scratch/plain.$kind" "$scratch/again.$kind" || return 1
    done
}
only_colours_change_with_the_values() {
    draw plain && exits_with 0 "$BOARDPACK" map -q "$sample" --as-of 2026-06-30 --period 2026-06 \
        -o "$scratch/june.svg" --layout-json "$scratch/june.json" --keep-layout "$scratch/plain.json" &&
        ! cmp -s "$scratch/plain.svg" "$scratch/june.svg" && ! grep -q 'BP509' "$err" &&
        python3 - "$scratch" <<'END'
import json, sys
a, b = (json.load(open('%s/%s.json' % (sys.argv[1], name))) for name in ('plain', 'june'))
sys.exit(any(a[key] != b[key] for key in ('bands', 'themes', 'nodes', 'edges', 'arrangement')))
END
}
movement_is_told() { # BP5090 BP5091
    exits_with 0 "$BOARDPACK" map -q samples/regional-blood-service.xml -o "$scratch/x.svg" \
        --layout-json "$scratch/x.json" &&
        python3 - samples/regional-blood-service.xml "$scratch/moved.xml" <<'END' &&
import re, sys
text = open(sys.argv[1]).read()
row = re.search(r'<objective [^>]*\bid="I2"[^>]*>', text).group()
theme = re.search(r' theme="([^"]*)"', row)
other = 'T2' if theme.group(1) == 'T1' else 'T1'
open(sys.argv[2], 'w').write(text.replace(row, row.replace(theme.group(), ' theme="%s"' % other)))
END
        exits_with 0 "$BOARDPACK" map -q "$scratch/moved.xml" -o "$scratch/y.svg" --keep-layout "$scratch/x.json" &&
        says "$err" "objective 'I2' moved on the map: it belongs to theme" && says "$err" BP5090 &&
        says "$err" '19 objectives; 0 are new, 1 moved, 0 are gone'
}
bad_layouts_are_refused() { # BP5087 BP5088 BP5089
    head -c 200 "$scratch/plain.json" >"$scratch/cut.json"
    echo '{"format":"strategy-map-layout/1","map":"RBS"}' >"$scratch/old.json"
    exits_with 3 "$BOARDPACK" map -q "$sample" -o "$scratch/no.svg" --keep-layout "$scratch/cut.json" &&
        says "$err" BP5087 &&
        exits_with 3 "$BOARDPACK" map -q "$sample" -o "$scratch/no.svg" --keep-layout "$scratch/old.json" &&
        says "$err" BP5088 &&
        exits_with 2 "$BOARDPACK" map -q "$sample" --unit COL -o "$scratch/no.svg" --keep-layout "$scratch/plain.json" &&
        says "$err" BP5089 && says "$err" "map of 'RBS', and this is the map of 'COL'" &&
        exits_with 3 "$BOARDPACK" map -q "$sample" -o "$scratch/no.svg" --keep-layout "$scratch/none.json" &&
        says "$err" BP9001 && [ ! -e "$scratch/no.svg" ]
}
build_keeps_and_hands_on() {
    exits_with 0 "$BOARDPACK" build -q "$sample" -o "$scratch/board" --keep-layout "$scratch/plain.json" \
        --layout-json "$scratch/next.json" && cmp "$scratch/plain.json" "$scratch/next.json" &&
        cmp "$scratch/plain.svg" "$scratch/board/map.svg"
}
# A4 and A3 share one board: what was laid out for one is kept exactly on the other.
a_layout_of_a4_is_kept_on_a3() {
    draw small --paper a4 && draw large --paper a3 --keep-layout "$scratch/small.json" &&
        ! grep -q 'BP509' "$err" && draw plain && cmp "$scratch/plain.svg" "$scratch/large.svg"
}
other_proportions_keep_rows_and_order() { # BP5093
    draw plain && draw letter --paper letter --keep-layout "$scratch/plain.json" && says "$err" BP5093 &&
        draw upright --orientation portrait --keep-layout "$scratch/plain.json" && says "$err" BP5093 &&
        python3 - "$scratch" <<'END'
import json, sys
def places(name):
    cards = json.load(open('%s/%s.json' % (sys.argv[1], name)))['arrangement']['cards']
    return [(c['id'], c['row'], c['quarter']) for c in cards]
sys.exit(places('plain') != places('letter') or places('plain') != places('upright'))
END
}
a_portrait_map_stands_upright() {
    draw upright --orientation portrait && grep -q 'width="297mm" height="420mm"' "$scratch/upright.svg" &&
        python3 tests/checkers/check_svg.py "$scratch/upright.svg" >/dev/null &&
        draw letter --paper letter --orientation portrait &&
        grep -q 'width="215.9mm" height="279.4mm"' "$scratch/letter.svg"
}
pins_of_the_workbook_are_honoured() { # BP5080 is not told
    python3 - samples/regional-blood-service.xml "$scratch/pinned.xml" <<'END' &&
import sys
text = open(sys.argv[1]).read()
for id, pins in ('C3', 'mapRow="1" mapPlace="1"'), ('C1', 'mapRow="1" mapPlace="2"'), ('I7', 'mapRow="1"'):
    assert text.count('<objective id="%s"' % id) == 1
    text = text.replace('<objective id="%s"' % id, '<objective id="%s" %s' % (id, pins))
open(sys.argv[2], 'w').write(text)
END
        exits_with 0 "$BOARDPACK" map -q "$scratch/pinned.xml" -o "$scratch/pinned.svg" \
            --layout-json "$scratch/pinned.json" && ! grep -q 'BP5080\|BP399[4-7]' "$err" &&
        python3 - "$scratch/pinned.json" <<'END'
import json, sys
box = {n['id']: n for n in json.load(open(sys.argv[1]))['nodes']}
top = min(n['y'] for i, n in box.items() if i[0] == 'I')
sys.exit(not (box['C3']['y'] == box['C1']['y'] and box['C3']['x'] < box['C1']['x'] and box['I7']['y'] == top))
END
}
# The pinned map has C3 left of C1, the map of the sample the other way round.
the_page_of_the_packet_keeps_the_places_too() {
    exits_with 0 "$BOARDPACK" build -q "$sample" -o "$scratch/kept" --keep-layout "$scratch/pinned.json" &&
        exits_with 0 "$BOARDPACK" build -q "$sample" -o "$scratch/anew" || return 1
    for folder in kept anew; do
        pdftotext -bbox "$scratch/$folder/packet.pdf" "$scratch/$folder.html" || return 1
    done
    python3 - "$scratch/kept.html" "$scratch/anew.html" <<'END'
import re, sys
def left_to_right(path):
    for page in open(path).read().split('<page ')[1:]:
        width, height = map(float, re.match(r'width="([\d.]+)" height="([\d.]+)"', page).groups())
        found = {w: float(x) for x, w in re.findall(r'xMin="([\d.]+)"[^>]*>(C[13])</word>', page)}
        if width > height and len(found) == 2:
            return sorted(found, key=found.get)
sys.exit((left_to_right(sys.argv[1]), left_to_right(sys.argv[2])) != (['C3', 'C1'], ['C1', 'C3']))
END
}

test_that 'every view is a picture that the checker takes' each_view_is_a_sound_picture
test_that 'the whole map is what is drawn without --view' the_whole_is_what_is_drawn_without_a_view
test_that 'a view says what it shows' each_view_says_what_it_shows
test_that 'unknown views and ids are refused, with a suggestion' unknown_names_are_refused
test_that 'a view that would be empty is not drawn' a_view_without_objectives_is_refused
test_that 'a kept layout of the same workbook gives the same bytes' nothing_moves_if_nothing_changed
test_that 'nor in a picture or a poster' nor_in_other_kinds_of_file
test_that 'with other values only colours change' only_colours_change_with_the_values
test_that 'what moved is told' movement_is_told
test_that 'files that are no layout of this map are refused' bad_layouts_are_refused
test_that 'build keeps a layout and writes the next one' build_keeps_and_hands_on
test_that 'a layout of A4 is kept on A3' a_layout_of_a4_is_kept_on_a3
test_that 'other proportions keep rows and order' other_proportions_keep_rows_and_order
test_that 'a portrait map stands upright' a_portrait_map_stands_upright
test_that 'pins of the workbook are honoured' pins_of_the_workbook_are_honoured
test_that "the packet's own page keeps a layout too" the_page_of_the_packet_keeps_the_places_too
closing
