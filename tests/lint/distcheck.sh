#!/bin/sh
# The tarball alone builds, installs below a DESTDIR, runs from there and uninstalls without a rest.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
tar -xzf "$BUILD/boardpack-$VERSION.tar.gz" -C "$folder"
cd "$folder/boardpack-$VERSION"
unset BUILD CONFIG MAKEFLAGS MFLAGS
$MAKE -s -j"$JOBS" all >/dev/null
$MAKE -s install DESTDIR="$folder/root" PREFIX=/usr >/dev/null
[ "$("$folder/root/usr/bin/boardpack" --version)" = "boardpack $VERSION" ]
if command -v mandoc >/dev/null; then
    mandoc -Tlint -Wwarning "$folder/root/usr/share/man/man1/boardpack.1"
fi
"$folder/root/usr/bin/boardpack" build samples/regional-blood-service.fods -o "$folder/out" -q 2>"$folder/findings"
[ -s "$folder/out/packet.pdf" ]
$MAKE -s uninstall DESTDIR="$folder/root" PREFIX=/usr
left=$(find "$folder/root" -type f)
[ -z "$left" ] || {
    echo "left after uninstall: $left"
    exit 1
}
echo "distcheck: boardpack-$VERSION.tar.gz builds, installs, runs and goes away again"
