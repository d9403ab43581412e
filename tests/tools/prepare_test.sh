#!/usr/bin/env bash
# Tests tools/run and tools/test in a stand-in clone, with programs that only play cmake, ninja, ctest and dpkg-query.
# Usage: prepare_test.sh   (exit 0: all passed; each failure is a line)
set -uo pipefail
# shellcheck source=tests/tools/expect.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/expect.sh"

# Begins a test in a clone whose packages and models are all there, and whose banwen prints where it stands and what
# it was given, and exits with 3.
begin() {
    start_test "$1"
    clone="$here/a clone"
    mkdir -p "$here/elsewhere" "$clone/tools"
    cp "$root"/tools/{run,test,*.sh} "$clone/tools"
    touch -d '1 hour ago' "$clone/CMakePresets.json"
    # shellcheck disable=SC2016
    {
        program "$here/bin/dpkg-query" 'shift 2; for package; do echo "$package installed"; done'
        program "$here/bin/apt-get" 'exit 1'
        program "$here/bin/ninja" 'echo "ninja: no work to do."'
        program "$here/bin/ctest" 'echo "ctest $*"; exit 8'
        program "$clone/tools/models" 'echo "models $*" >>"$(dirname "$0")/asked"'
    }
    program "$here/bin/cmake" "echo talk; echo \"cmake \$*\" >>'$here/asked'
        case \$1 in --preset) mkdir -p build/\$2/tools/banwen; touch build/\$2/build.ninja
            printf '#!/bin/sh\npwd; printf \"%%s\\\\n\" \"\$@\"; exit 3\n' >build/\$2/tools/banwen/banwen
            chmod +x build/\$2/tools/banwen/banwen;; esac"
}

# Runs tools/$1 of the stand-in from another folder.
tool() {
    local name=$1
    shift
    cd "$here/elsewhere" && try "$clone/tools/$name" "$@"
}

begin run_prints_only_what_banwen_prints_and_keeps_folder_arguments_and_status
tool run convert 'two words' ''
expect_status 3
expect_equal "$printed" "$here/elsewhere"$'\nconvert\ntwo words'

begin second_run_configures_and_says_nothing
tool run
tool run
expect_status 3
expect_equal "$said" ''
expect_equal "$(grep -c -- --preset "$here/asked")" 1

begin changed_presets_are_configured_again
tool run
touch -d '1 hour' "$clone/CMakePresets.json"
tool run
expect_equal "$(grep -c -- --preset "$here/asked")" 2

begin changed_sources_are_built
program "$here/bin/ninja" 'echo "[1/1] Building"'
tool run
expect_status 3
grep -q -- '--build .*/a clone/build/release --target banwen -j' "$here/asked" || fail "cmake: $(cat "$here/asked")"

begin failed_build_shows_the_end_of_its_log
tool run
program "$here/bin/ninja" 'echo "[1/1] Building"'
program "$here/bin/cmake" 'echo error: no such header; exit 1'
tool run
expect_status 69
expect_said 'error: no such header'
expect_equal "$printed" ''

begin run_goes_on_without_the_registry_and_asks_it_once_a_day
# Called without arguments, which is to obtain what is missing, it leaves an empty line.
program "$clone/tools/models" "echo \"\$*\" >>'$here/asked'; echo no registry >&2; exit 4"
tool run
expect_status 3
expect_said "going on with Debian's chi_sim (fast)"
tool run
expect_said "going on with Debian's chi_sim (fast)"
expect_equal "$(grep -cx '' "$here/asked")" 1
touch -d '2 days ago' "$clone/models/data/.failed"
tool run
expect_equal "$(grep -cx '' "$here/asked")" 2

begin test_runs_the_named_preset_and_keeps_ctest_status
tool test --preset asan -R layout
expect_status 8
expect_equal "$printed" 'ctest --preset asan -R layout'
tool test
expect_equal "$printed" 'ctest --preset dev'

finish_tests
