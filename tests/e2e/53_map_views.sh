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

test_that 'every view is a picture that the checker takes' each_view_is_a_sound_picture
test_that 'the whole map is what is drawn without --view' the_whole_is_what_is_drawn_without_a_view
test_that 'a view says what it shows' each_view_says_what_it_shows
test_that 'unknown views and ids are refused, with a suggestion' unknown_names_are_refused
test_that 'a view that would be empty is not drawn' a_view_without_objectives_is_refused
test_that 'a kept layout of the same workbook gives the same bytes' nothing_moves_if_nothing_changed
test_that 'with other values only colours change' only_colours_change_with_the_values
test_that 'what moved is told' movement_is_told
test_that 'files that are no layout of this map are refused' bad_layouts_are_refused
test_that 'build keeps a layout and writes the next one' build_keeps_and_hands_on
closing
