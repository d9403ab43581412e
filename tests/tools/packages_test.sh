#!/usr/bin/env bash
# Tests tools/packages.sh with programs that only play dpkg-query, apt-get and sudo: nothing is installed.
# Usage: packages_test.sh   (exit 0: all passed; each failure is a line)
set -uo pipefail
# shellcheck source=tests/tools/expect.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/expect.sh"

# Begins a test on a machine where `gcc-here` is installed and `half-here` only was once.
begin() {
    start_test "$1"
    program "$here/bin/dpkg-query" 'printf "gcc-here installed\nhalf-here config-files\n"; exit 1'
    program "$here/bin/apt-get" "echo \"\$DEBIAN_FRONTEND \$*\" >>'$here/apt'"
    program "$here/bin/sudo" 'exit 1'
}

# Runs function $1 of packages.sh with the arguments after it; root or not is up to $become (as root_command prints
# it, or "no"), since the test cannot choose who runs it.
call() {
    # shellcheck disable=SC2016
    packages_log=$here/log become=${become:-} try bash -c '
        set -euo pipefail
        say() { echo "banwen: $*" >&2; }
        source "$1/tools/packages.sh"
        if [[ $become == no ]]; then root_command() { return 1; }; else root_command() { echo "$become"; }; fi
        shift
        "$@"' - "$root" "$@"
}

begin only_packages_that_are_installed_now_count
call missing_packages gcc-here half-here gcc-hereafter
expect_equal "$printed" 'half-here gcc-hereafter'

begin nothing_is_done_when_nothing_is_missing
become=no call ensure_packages gcc-here
expect_status 0
expect_equal "$said" ''
expect_no_file "$here/apt"

begin without_root_the_line_to_type_is_printed
become=no call ensure_packages gcc-here cmake-there ninja-there
expect_status 1
expect_said $'\napt-get install --no-install-recommends cmake-there ninja-there'
expect_no_file "$here/apt"

begin line_to_type_also_has_what_the_models_need
suggested_packages=$'npm-there certificates-there\nrepack-there' become=no call ensure_packages cmake-there
expect_said 'cmake-there npm-there certificates-there repack-there'

begin missing_packages_are_installed_without_questions
call ensure_packages gcc-here cmake-there
expect_status 0
expect_equal "$(tail -n 1 "$here/apt")" 'noninteractive -qy -oDPkg::Lock::Timeout=300 install --no-install-recommends cmake-there'

begin stale_lists_are_updated_and_the_install_tried_again
program "$here/bin/apt-get" "echo \$3 >>'$here/apt'; [ \$3 = update ] && touch '$here/fresh'; [ -e '$here/fresh' ]"
call ensure_packages cmake-there
expect_status 0
expect_equal "$(tail -n 2 "$here/apt" | xargs)" 'update install'

begin failing_install_shows_the_end_of_the_log
program "$here/bin/apt-get" 'echo "E: Unable to locate package cmake-there"; exit 100'
call ensure_packages cmake-there
expect_status 1
expect_said 'E: Unable to locate package cmake-there'
expect_said 'could not install: cmake-there'

begin sudo_is_used_where_it_asks_nothing
program "$here/bin/sudo" "echo \"\$*\" >>'$here/sudo'"
become=sudo call ensure_packages cmake-there
expect_status 0
grep -q 'env DEBIAN_FRONTEND=noninteractive apt-get .* cmake-there' "$here/sudo" || fail "sudo: $(cat "$here/sudo")"

finish_tests
