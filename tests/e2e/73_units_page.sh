# The page of the units as a browser lays it out: nothing is cut off however narrow the screen, the
# head of the table stays, nothing is asked of a network.  THOROUGH=1 (make gates), with Chromium.
suite=units-page
. tests/lib.sh
[ -n "${THOROUGH:-}" ] || exit 0
command -v chromium >/dev/null || {
    echo "  units-page: no chromium, nothing tried"
    exit 0
}
made() {
    exits_with 0 "$BOARDPACK" build "$canonical" --units all -o "$scratch/all" -q
}
seen() { # what a browser measures of the page in a frame as wide as that screen
    cat >"$scratch/all/frame.html" <<'HTML'
<!DOCTYPE html><html><body style="margin:0"><script>
function look(width, then) {
    const frame = document.createElement('iframe');
    frame.style = `width:${width}px;height:600px;border:0`;
    frame.src = 'index.html';
    frame.onload = () => {
        const page = frame.contentDocument, root = page.scrollingElement;
        const found = {width, wide: root.scrollWidth, loaded: frame.contentWindow.performance.getEntriesByType('resource').length};
        const links = [...page.querySelectorAll('a[href],[tabindex]')].filter(e => !e.closest('svg'));
        found.small = links.filter(e => e.getBoundingClientRect().height < 18).map(e => e.textContent);
        found.outside = [...page.querySelectorAll('h1,h2,p,th,td,li')].filter(e => {
            const box = e.getBoundingClientRect(), style = frame.contentWindow.getComputedStyle(e);
            return style.position !== 'absolute' && !e.closest('thead') && box.width > 1 && box.right > width + 1;
        }).map(e => e.textContent);
        const row = page.querySelector('tbody tr:last-child');
        row.scrollIntoView();
        const head = page.querySelector('thead').getBoundingClientRect(), last = row.getBoundingClientRect();
        found.covered = head.height > 1 && last.top < head.bottom - 1 && root.scrollTop > 0;
        found.cards = frame.contentWindow.getComputedStyle(row).display === 'flex';
        frame.remove();
        then(found);
    };
    document.body.append(frame);
}
const all = [];
look(1280, one => look(700, two => look(320, three => { document.body.textContent = JSON.stringify([one, two, three]); })));
</script></body></html>
HTML
    chromium --headless --no-sandbox --disable-gpu --allow-file-access-from-files --virtual-time-budget=8000 \
        --user-data-dir="$scratch/chromium" --dump-dom "file://$scratch/all/frame.html" 2>/dev/null |
        sed -n 's/.*<body[^>]*>\(\[.*\]\)<.*/\1/p' >"$scratch/seen"
    rm "$scratch/all/frame.html"
    python3 - "$scratch/seen" <<'PYTHON'
import html, json, sys
wrong = []
with open(sys.argv[1], encoding='utf-8') as file:
    seen = json.loads(html.unescape(file.read()))
for found in seen:
    if found['wide'] > found['width'] or found['outside'] or found['small'] or found['covered'] or found['loaded']:
        wrong.append(found)
    if found['cards'] != (found['width'] < 900):
        wrong.append(found)
print('\n'.join(map(str, wrong)))
sys.exit(bool(wrong) or len(seen) != 3)
PYTHON
}

test_that "the documents are made" made
test_that "the page fits every screen, keeps its head and loads nothing" seen
closing
