#!/bin/sh
# Makes the picture of the README from build/demo: pages 3 and 7 of the packet beside the map.
# Needs poppler-utils and imagemagick, which neither the build nor the tests do.
set -eu
cd "$(dirname "$0")/../.."
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
pdftoppm -r 60 -png -f 3 -l 3 build/demo/packet.pdf "$scratch/brief"
pdftoppm -r 60 -png -f 7 -l 7 build/demo/packet.pdf "$scratch/card"
convert "$scratch"/brief-*.png -bordercolor '#c6cfd9' -border 1 -resize x700 "$scratch/left.png"
convert build/demo/map.png -bordercolor '#c6cfd9' -border 12 -resize 620x "$scratch/map.png"
convert "$scratch"/card-*.png -bordercolor '#c6cfd9' -border 1 -resize 620x "$scratch/card.png"
convert "$scratch/map.png" "$scratch/card.png" -background white -splice 0x12 -append \
    -resize x700 "$scratch/right.png"
convert "$scratch/left.png" "$scratch/right.png" -background white -splice 14x0 +append \
    +dither -colors 128 -strip PNG8:doc/images/packet-and-map.png
