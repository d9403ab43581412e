# shellcheck shell=bash
# Brings a machine from a bare clone to a built preset: packages, models, build. Sourced by tools/run and tools/test.
# All talk goes to stderr and to logs in build/, since stdout belongs to the program that is run afterwards.

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
packages_log=$root/build/packages.log
# shellcheck source=tools/packages.sh
source "$root/tools/packages.sh"
if [[ -z $(compgen -G "$root/models/data/*.traineddata") ]]; then
    # shellcheck disable=SC2034  # read by ensure_packages
    suggested_packages=$(model_packages)
fi

# Exit status for "could not prepare the machine or build": one that banwen itself never gives (EX_UNAVAILABLE).
# shellcheck disable=SC2034
readonly unprepared_status=69

say() { printf 'banwen: %s\n' "$*" >&2; }

# Two runs at once must not build in one tree.
lock_build_tree() {
    mkdir -p "$root/build"
    exec {build_lock}>"$root/build/.lock"
    flock -n "$build_lock" || {
        say "waiting for another build in this clone"
        flock "$build_lock"
    }
}

unlock_build_tree() { exec {build_lock}>&-; }

# Without the npm registry the program still works, with Debian's model, so this never fails. A registry that could
# not be reached is asked again after a day, not at every start.
prepare_models() {
    local failed=$root/models/data/.failed
    "$root/tools/models" --check >/dev/null 2>&1 && return 0
    if [[ -z $(find "$failed" -mtime -1 2>/dev/null) ]]; then
        say "getting the recognition models"
        if "$root/tools/models" >/dev/null; then
            rm -f "$failed"
            return 0
        fi
        mkdir -p "${failed%/*}" && touch "$failed"
    fi
    say "not all models are there, going on with Debian's chi_sim (fast); tools/models tries again"
}

# As many compilers as there are processors, but each may take a gigabyte.
jobs() {
    local processors gigabytes
    processors=$(nproc)
    gigabytes=$(awk '/^MemAvailable/ { print int($2 / 1048576) }' /proc/meminfo)
    echo $((gigabytes < processors ? (gigabytes > 2 ? gigabytes : 2) : processors))
}

# Passes ninja's lines on to log $1, and counts them on a terminal.
count_steps() {
    local line
    while IFS= read -r line; do
        printf '%s\n' "$line" >>"$1"
        if [[ -t 2 && $line =~ ^\[([0-9]+)/([0-9]+)\] ]]; then
            printf '\rbanwen: step %s of %s ' "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" >&2
        fi
    done
    [[ ! -t 2 ]] || printf '\r\033[K' >&2
}

# Builds target $2 (or all) of preset $1 in build/$1.
build_preset() {
    local preset=$1 target=${2:-all} tree=$root/build/$1 log=$root/build/$1.log
    if [[ ! -e $tree/build.ninja || $root/CMakePresets.json -nt $tree/build.ninja ]]; then
        say "configuring the $preset build (log: $log)"
        (cd "$root" && cmake --preset "$preset") >"$log" 2>&1 </dev/null || build_failed "$log" || return 1
    fi
    [[ $(ninja -C "$tree" -n "$target" 2>/dev/null) == *'no work to do'* ]] && return 0
    say "building, which takes some minutes the first time (log: $log)"
    cmake --build "$tree" --target "$target" -j "$(jobs)" 2>&1 </dev/null | count_steps "$log" || build_failed "$log"
}

build_failed() {
    tail -n 30 "$1" >&2
    say "the build failed; all of it is in $1"
    return 1
}
