# The sample, saved by the real programs in each format that boardpack reads, gives the same plan.
# LibreOffice and Gnumeric are heavy: `make ci` installs them, `make check` does without.
suite=real
. tests/lib.sh
if ! command -v soffice >/dev/null || ! command -v ssconvert >/dev/null; then
    echo "  real: skipped (LibreOffice and Gnumeric come with make ci)"
    exit 0
fi
made=$scratch/made
cp "$sample" "$scratch/plan.fods"

# libreoffice FILTER INPUT FOLDER: a profile of its own, so that no user's settings count
libreoffice() {
    soffice --headless "-env:UserInstallation=file://$scratch/profile" --convert-to "$1" \
        --outdir "$3" "$2" >"$out" 2>&1 </dev/null
}
plan_of() { # FILE
    "$BOARDPACK" check --emit=plan "$1" 2>"$err" </dev/null
}
same_plan() { # FILE
    plan_of "$1" >"$scratch/found.plan" || {
        head -n 3 "$err"
        return 1
    }
    cmp "$scratch/expected.plan" "$scratch/found.plan"
}
# What is found, without the places in the file, which only files of lines have.
same_findings() { # FILE
    "$BOARDPACK" check "$1" >"$out" 2>&1 </dev/null
    sed -e "s|^$1:[0-9:]* *||" -e '/^boardpack: /d' "$out" | sort | diff "$scratch/expected.findings" -
}
saved_by_libreoffice() { # FILTER SUFFIX
    libreoffice "$1" "$scratch/plan.fods" "$made" && same_plan "$made/plan.$2" &&
        same_findings "$made/plan.$2"
}
saved_by_gnumeric() { # INPUT OUTPUT
    ssconvert "$made/$1" "$made/$2" >"$out" 2>&1 </dev/null && same_plan "$made/$2" &&
        same_findings "$made/$2"
}
# A cell in a column of percentages is written there as the bare number (doc/workbook.md).
refused_as_excel_2003() {
    libreoffice 'xml:MS Excel 2003 XML' "$scratch/plan.fods" "$made" || return 1
    exits_with 3 "$BOARDPACK" check "$made/plan.xml" && says "$err" '[BP1013]'
}
# Cells merged downwards shift what stands beside them, so no such file is read.
refused_with_merged_cells() {
    sed -e '/percent/d' -e 's/number-columns-spanned="3" table:number-rows-spanned="1"/number-columns-spanned="3" table:number-rows-spanned="2"/' \
        tests/packages/source.fods >"$scratch/merged.fods"
    libreoffice 'xml:MS Excel 2003 XML' "$scratch/merged.fods" "$made" || return 1
    exits_with 3 "$BOARDPACK" check "$made/merged.xml" &&
        says "$err" 'cells are merged over several rows [BP1013]' && says "$err" 'at Units!A1'
}
refused_as() { # FILTER SUFFIX TEXT
    libreoffice "$1" "$scratch/plan.fods" "$made" || return 1
    exits_with 3 "$BOARDPACK" check "$made/plan.$2" && says "$err" "$3"
}
refused_from_gnumeric() { # SUFFIX TEXT
    ssconvert "$made/plan.ods" "$made/plan.$1" >"$out" 2>&1 </dev/null || return 1
    exits_with 3 "$BOARDPACK" check "$made/plan.$1" && says "$err" "$2"
}

plan_of "$scratch/plan.fods" >"$scratch/expected.plan"
"$BOARDPACK" check "$scratch/plan.fods" >"$out" 2>&1 </dev/null
sed -e "s|^$scratch/plan.fods:[0-9:]* *||" -e '/^boardpack: /d' "$out" | sort >"$scratch/expected.findings"

test_that "LibreOffice's .ods" saved_by_libreoffice ods ods
test_that "LibreOffice's .xlsx" saved_by_libreoffice xlsx xlsx
test_that "LibreOffice's .fods, saved again" saved_by_libreoffice fods fods
test_that "LibreOffice's template, .ots" saved_by_libreoffice ots ots
test_that "Gnumeric's .ods" saved_by_gnumeric plan.ods gnumeric.ods
test_that "Gnumeric's .xlsx" saved_by_gnumeric plan.ods gnumeric.xlsx
test_that "Gnumeric's .xlsx from LibreOffice's" saved_by_gnumeric plan.xlsx other.xlsx
test_that "LibreOffice's Excel 2003 XML is refused, as it drops percentages" refused_as_excel_2003
test_that "and where cells are merged over rows" refused_with_merged_cells
test_that "an old .xls is named" refused_as xls xls 'this is an old Excel workbook (.xls)'
test_that "a web page is named" refused_as html html 'this is a web page'
test_that "a PDF is named" refused_as pdf pdf 'this is a PDF document'
test_that "Gnumeric's own format is named" refused_from_gnumeric gnumeric 'as Gnumeric writes its own format'
test_that "Gnumeric's plain XML is named" refused_from_gnumeric xml 'Gnumeric'
closing
