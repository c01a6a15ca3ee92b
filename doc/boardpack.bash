# bash completion for boardpack; made by: boardpack help --format=bash
_boardpack() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
    local command=${COMP_WORDS[1]} words=
    COMPREPLY=()
    [ "$cur" = = ] && cur=
    [ "$prev" = = ] && prev=${COMP_WORDS[COMP_CWORD - 2]}
    if [ "$COMP_CWORD" -eq 1 ]; then
        words="build packet map check assess forecast why brief diff convert init explain schema template help --help --version"
        COMPREPLY=($(compgen -W "$words" -- "$cur"))
        return
    fi
    case $command:$prev in
    build:--purpose) words="decide discuss information consent" ;;
    build:--redact) words="people none" ;;
    build:--fail-on) words="note warning error" ;;
    build:--diagnostics) words="text json sarif junit github gitlab" ;;
    packet:--purpose) words="decide discuss information consent" ;;
    packet:--redact) words="people none" ;;
    packet:--paper) words="a4 letter a3 a2 a1 tabloid" ;;
    packet:--emit) words="workbook canonical plan assessment document scene" ;;
    packet:--fail-on) words="note warning error" ;;
    packet:--diagnostics) words="text json sarif junit github gitlab" ;;
    map:--format) words="svg png pdf" ;;
    map:--redact) words="people none" ;;
    map:--paper) words="a4 a3 a2 a1 letter tabloid" ;;
    map:--orientation) words="landscape portrait" ;;
    map:--fail-on) words="note warning error" ;;
    map:--diagnostics) words="text json sarif junit github gitlab" ;;
    check:--emit) words="workbook canonical plan assessment document scene" ;;
    check:--fail-on) words="note warning error" ;;
    check:--diagnostics) words="text json sarif junit github gitlab" ;;
    assess:--format) words="text csv json" ;;
    assess:--redact) words="people none" ;;
    assess:--fail-on) words="note warning error" ;;
    assess:--diagnostics) words="text json sarif junit github gitlab" ;;
    forecast:--format) words="text csv json" ;;
    forecast:--redact) words="people none" ;;
    forecast:--fail-on) words="note warning error" ;;
    forecast:--diagnostics) words="text json sarif junit github gitlab" ;;
    why:--format) words="text json" ;;
    why:--redact) words="people none" ;;
    why:--fail-on) words="note warning error" ;;
    why:--diagnostics) words="text json sarif junit github gitlab" ;;
    brief:--format) words="text json" ;;
    brief:--redact) words="people none" ;;
    brief:--fail-on) words="note warning error" ;;
    brief:--diagnostics) words="text json sarif junit github gitlab" ;;
    diff:--format) words="text json" ;;
    diff:--fail-on) words="note warning error" ;;
    diff:--diagnostics) words="text json sarif junit github gitlab" ;;
    convert:--format) words="xml fods ods xlsx excel-xml csv stratml" ;;
    convert:--fail-on) words="note warning error" ;;
    convert:--diagnostics) words="text json sarif junit github gitlab" ;;
    init:--format) words="xml fods ods xlsx excel-xml csv" ;;
    explain:--format) words="text json" ;;
    schema:--format) words="xsd text doc" ;;
    help:--format) words="text man bash" ;;
    esac
    if [ -z "$words" ] && [ "${cur#-}" != "$cur" ]; then
        case $command in
        build) words="--output= --language= --catalogues= --kind= --template= --theme= --objective= --owner= --meeting= --purpose= --redact= --watermark= --mono --hyphenate --card-links= --keep-layout= --layout-json= --logo= --logo-alt= --attach-workbook --as-of= --period= --unit= --since= --units= --jobs= --csv= --fail-on= --ignore= --diagnostics= --diagnostics-file= --memory= --quiet --verbose --help --version" ;;
        packet) words="--output= --language= --catalogues= --kind= --template= --theme= --objective= --owner= --meeting= --purpose= --redact= --watermark= --mono --paper= --hyphenate --logo= --logo-alt= --attach-workbook --as-of= --period= --unit= --since= --emit= --csv= --fail-on= --ignore= --diagnostics= --diagnostics-file= --memory= --quiet --verbose --help --version" ;;
        map) words="--output= --language= --catalogues= --format= --template= --redact= --mono --dark --paper= --orientation= --dpi= --outlines --view= --card-links= --keep-layout= --layout-json= --logo= --logo-alt= --as-of= --period= --unit= --since= --csv= --fail-on= --ignore= --diagnostics= --diagnostics-file= --memory= --quiet --verbose --help --version" ;;
        check) words="--output= --as-of= --period= --emit= --csv= --fail-on= --ignore= --diagnostics= --diagnostics-file= --memory= --quiet --verbose --help --version" ;;
        assess) words="--output= --format= --what-if= --redact= --as-of= --period= --unit= --csv= --fail-on= --ignore= --diagnostics= --diagnostics-file= --memory= --quiet --verbose --help --version" ;;
        forecast) words="--output= --format= --redact= --as-of= --period= --unit= --csv= --fail-on= --ignore= --diagnostics= --diagnostics-file= --memory= --quiet --verbose --help --version" ;;
        why) words="--output= --format= --depth= --redact= --as-of= --period= --csv= --fail-on= --ignore= --diagnostics= --diagnostics-file= --memory= --quiet --verbose --help --version" ;;
        brief) words="--output= --format= --language= --catalogues= --all --redact= --as-of= --period= --unit= --csv= --fail-on= --ignore= --diagnostics= --diagnostics-file= --memory= --quiet --verbose --help --version" ;;
        diff) words="--output= --format= --as-of= --period= --fail-on= --ignore= --diagnostics= --diagnostics-file= --memory= --quiet --verbose --help --version" ;;
        convert) words="--output= --format= --places --csv= --fail-on= --ignore= --diagnostics= --diagnostics-file= --memory= --quiet --verbose --help --version" ;;
        init) words="--output= --format= --empty --help --version" ;;
        explain) words="--output= --format= --help --version" ;;
        schema) words="--output= --format= --doc --help --version" ;;
        template) words="--output= --help --version" ;;
        help) words="--format= --help --version" ;;
        esac
    fi
    if [ -n "$words" ]; then
        COMPREPLY=($(compgen -W "$words" -- "$cur"))
        case ${COMPREPLY[0]} in *=) compopt -o nospace ;; esac
    else
        COMPREPLY=($(compgen -f -- "$cur"))
        compopt -o filenames
    fi
}
complete -F _boardpack boardpack
