# Text that finds no room or no letters: nothing is cut or replaced by a box without a located finding.
suite=room
. tests/lib.sh

# The sample with a text put where another one stands.
spoiled() {
    sed "s|$2|$3|" "$canonical" >"$scratch/$1.xml" && ! cmp -s "$canonical" "$scratch/$1.xml"
}
long() { # so many words of ten letters
    python3 -c "print(' '.join(['Wordbroken'] * $1))"
}
finds() { # that a finding of this code stands in no line but the one that differs: NAME CODE COMMAND [ENDING]
    name=$1 code=$2
    "$BOARDPACK" "$3" "$scratch/$name.xml" -o "$scratch/$name.${4:-pdf}" -q 2>"$err"
    line=$(diff "$canonical" "$scratch/$name.xml" | sed -n 's/^\([0-9]*\)c.*/\1/p')
    grep -F "[$code]" "$err" >"$out"
    grep -q "xml:$line:" "$out" && ! grep -v "xml:$line:" "$out"
}
long_owner() {
    spoiled owner 'owner="VP Supply Operations" critical' "owner=\"$(long 12)\" critical" &&
        finds owner BP5053 map svg
}
long_theme() {
    spoiled theme 'name="Secure supply"' "name=\"$(long 12)\"" && finds theme BP5053 map svg
}
long_mission() {
    spoiled mission '<mission>' "<mission>$(long 60) " && finds mission BP5053 map svg
}
long_classification() {
    spoiled class 'classification="[^"]*"' "classification=\"$(long 24)\"" &&
        finds class BP5073 packet
}
long_perspective() {
    spoiled matrix 'name="Internal Process"' "name=\"$(long 16)\"" &&
        finds matrix BP5050 packet
}
# A code point that no standard gives a letter stands in a name, and stops what is made of it.
no_letter() {
    spoiled "$1" "$2" "$3" && finds "$1" BP5001 "$4" "${5:-pdf}" && [ ! -e "$scratch/$1.${5:-pdf}" ]
}
nothing=$(printf '\315\270') # U+0378

test_that "an owner cut on the map is told with its cell BP5053" long_owner
test_that "a theme cut on the map is told with its cell BP5053" long_theme
test_that "a mission cut on the map is told with its cell BP5053" long_mission
test_that "a classification cut at the foot is told with its cell BP5073" long_classification
test_that "a perspective cut in a chart is told with its cell BP5050" long_perspective
test_that "no box in the name of an objective BP5001" \
    no_letter objective 'name="Supply every hospital' "name=\"${nothing}Supply every hospital" packet
test_that "no box on the map BP5001" \
    no_letter card 'name="Supply every hospital' "name=\"${nothing}Supply every hospital" map svg
test_that "no box in the label of a chart BP5001" \
    no_letter label 'name="Internal Process"' "name=\"Internal ${nothing}Process\"" packet
test_that "no box in the running head BP5001" \
    no_letter head 'id="RBS" name="Regional Blood Service" kind' "id=\"RBS\" name=\"Regional ${nothing}Blood Service\" kind" packet
closing
