# bash completion for banwen: commands and options as --help lists them, else files.
_banwen() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} help
    COMPREPLY=()
    if [[ $COMP_CWORD -eq 1 ]]; then
        help=$(banwen --help 2>/dev/null | sed -n '/^Subcommands:/,/^$/ s/^  \([a-z]\+\) .*/\1/p')
        mapfile -t COMPREPLY < <(compgen -W "$help --help --version" -- "$word")
        return
    fi
    help=$(banwen "$command" --help 2>/dev/null)
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(sed -nE 's/^  (-[a-z]),?(--[a-z-]+)?.*/\1 \2/p; s/^  (--[a-z-]+).*/\1/p' <<<"$help")" -- "$word")
    elif [[ $before == --format || $before == --bulk ]]; then
        # Names of a list, after the last comma.
        local names head=
        names=$(grep -A1 -e "^  $before " <<<"$help" | grep -oE '(of|for) [a-z]+(,[a-z]+)+' | sed 's/^[a-z]* //')
        [[ $word != *,* ]] || head=${word%,*},
        mapfile -t COMPREPLY < <(compgen -P "$head" -W "${names//,/ }" -- "${word##*,}")
    fi
}
complete -o default -F _banwen banwen
