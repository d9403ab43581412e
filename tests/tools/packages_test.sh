#!/usr/bin/env bash
# Tests tools/packages.sh with programs that only play dpkg-query, apt-get and sudo: nothing is installed.
# Usage: packages_test.sh   (exit 0: all passed; each failure is a line)
set -uo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
box=$(mktemp -d)
trap 'rm -rf -- "$box"' EXIT
failures=0

fail() {
    printf 'FAILED %s: %s\n' "$test_name" "$*"
    failures=$((failures + 1))
}

# Begins a test on a machine where `gcc-here` is installed and `half-here` only was once.
begin() {
    test_name=$1
    here=$box/$1
    mkdir -p "$here/bin"
    program dpkg-query 'printf "gcc-here installed\nhalf-here config-files\n"; exit 1'
    program apt-get "echo \"\$DEBIAN_FRONTEND \$*\" >>'$here/apt'"
    program sudo 'exit 1'
}

program() {
    printf '#!/bin/sh\n%s\n' "$2" >"$here/bin/$1"
    chmod +x "$here/bin/$1"
}

# Runs function $1 of packages.sh with the arguments after it; root or not is up to $become (as root_command prints
# it, or "no"), since the test cannot choose who runs it.
call() {
    # shellcheck disable=SC2016
    said=$(PATH=$here/bin:$PATH packages_log=$here/log become=${become:-} bash -c '
        set -euo pipefail
        say() { echo "banwen: $*" >&2; }
        source "$1/tools/packages.sh"
        if [[ $become == no ]]; then root_command() { return 1; }; else root_command() { echo "$become"; }; fi
        shift
        "$@"' - "$root" "$@" 2>&1 </dev/null)
    status=$?
}

expect_status() { [[ $status -eq $1 ]] || fail "status $status, not $1; it said: $said"; }
expect_said() { [[ $said == *"$1"* ]] || fail "did not say \"$1\" but: $said"; }

begin only_packages_that_are_installed_now_count
call missing_packages gcc-here half-here gcc-hereafter
[[ $said == 'half-here gcc-hereafter' ]] || fail "said: $said"

begin nothing_is_done_when_nothing_is_missing
become=no call ensure_packages gcc-here
expect_status 0
[[ -z $said && ! -e $here/apt ]] || fail "said: $said"

begin without_root_the_line_to_type_is_printed
become=no call ensure_packages gcc-here cmake-there ninja-there
expect_status 1
expect_said $'\napt-get install --no-install-recommends cmake-there ninja-there'
[[ ! -e $here/apt ]] || fail 'apt-get was called'

begin missing_packages_are_installed_without_questions
call ensure_packages gcc-here cmake-there
expect_status 0
[[ $(tail -n 1 "$here/apt") == 'noninteractive -q -y install --no-install-recommends cmake-there' ]] ||
    fail "apt-get was called with: $(cat "$here/apt")"

begin stale_lists_are_updated_and_the_install_tried_again
program apt-get "echo \$3 >>'$here/apt'; [ \$3 = update ] && touch '$here/fresh'; [ -e '$here/fresh' ]"
call ensure_packages cmake-there
expect_status 0
[[ $(tail -n 2 "$here/apt" | xargs) == 'update install' ]] || fail "apt-get was called with: $(cat "$here/apt")"

begin failing_install_shows_the_end_of_the_log
program apt-get 'echo "E: Unable to locate package cmake-there"; exit 100'
call ensure_packages cmake-there
expect_status 1
expect_said 'E: Unable to locate package cmake-there'
expect_said 'could not install: cmake-there'

begin sudo_is_used_where_it_asks_nothing
program sudo "echo \"\$*\" >>'$here/sudo'"
become=sudo call ensure_packages cmake-there
expect_status 0
grep -q 'env DEBIAN_FRONTEND=noninteractive apt-get .* cmake-there' "$here/sudo" || fail "sudo: $(cat "$here/sudo")"

[[ $failures -eq 0 ]] && echo 'all passed'
