# bash completion for boardpack; made by: boardpack help --format=bash
_boardpack() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
    local command=${COMP_WORDS[1]} words=
    COMPREPLY=()
    [ "$cur" = = ] && cur=
    [ "$prev" = = ] && prev=${COMP_WORDS[COMP_CWORD - 2]}
    if [ "$COMP_CWORD" -eq 1 ]; then
        words="build packet map check assess explain schema help --help --version"
        COMPREPLY=($(compgen -W "$words" -- "$cur"))
        return
    fi
    case $command:$prev in
    build:--fail-on) words="warning error" ;;
    packet:--emit) words="workbook canonical plan assessment document scene" ;;
    packet:--fail-on) words="warning error" ;;
    map:--format) words="svg png" ;;
    map:--fail-on) words="warning error" ;;
    check:--emit) words="workbook canonical plan assessment document scene" ;;
    check:--fail-on) words="warning error" ;;
    assess:--format) words="text csv json" ;;
    assess:--fail-on) words="warning error" ;;
    schema:--format) words="xsd text doc" ;;
    help:--format) words="text man bash" ;;
    esac
    if [ -z "$words" ] && [ "${cur#-}" != "$cur" ]; then
        case $command in
        build) words="--output= --as-of= --period= --unit= --fail-on= --memory= --quiet --verbose --help --version" ;;
        packet) words="--output= --as-of= --period= --unit= --emit= --fail-on= --memory= --quiet --verbose --help --version" ;;
        map) words="--output= --format= --layout-json= --as-of= --period= --unit= --fail-on= --memory= --quiet --verbose --help --version" ;;
        check) words="--output= --as-of= --period= --emit= --fail-on= --memory= --quiet --verbose --help --version" ;;
        assess) words="--output= --format= --as-of= --period= --unit= --fail-on= --memory= --quiet --verbose --help --version" ;;
        explain) words="--output= --help --version" ;;
        schema) words="--output= --format= --doc --help --version" ;;
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
