# shellcheck shell=bash
# What the tests of scripts share: a folder for each test, stand-in programs, expectations. Sourced, not run.
# A test begins with start_test NAME; the last line of a file is finish_tests.

# shellcheck disable=SC2034  # for the tests
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
box=$(mktemp -d)
trap 'rm -rf -- "$box"' EXIT
failures=0
test_name=none

# $here is the test's own folder; programs in $here/bin come first on the path.
start_test() {
    test_name=$1
    here=$box/$1
    mkdir -p "$here/bin"
}

fail() {
    printf 'FAILED %s: %s\n' "$test_name" "$*"
    failures=$((failures + 1))
}

# Makes a program at path $1 with the shell text $2.
program() {
    printf '#!/bin/sh\n%s\n' "$2" >"$1"
    chmod +x "$1"
}

# Runs a command with stdout kept in $printed, stderr in $said and the exit status in $status.
try() {
    # shellcheck disable=SC2034  # for the tests
    printed=$(PATH=$here/bin:$PATH "$@" 2>"$here/stderr" </dev/null)
    status=$?
    said=$(cat "$here/stderr")
}

expect_status() { [[ $status -eq $1 ]] || fail "status $status, not $1; it said: $said"; }
expect_said() { [[ $said == *"$1"* ]] || fail "did not say \"$1\" but: $said"; }
expect_equal() { [[ $1 == "$2" ]] || fail "\"$1\" is not \"$2\""; }
expect_file() { [[ -e $1 ]] || fail "$1 is not there"; }
expect_no_file() { [[ ! -e $1 ]] || fail "$1 is there"; }

finish_tests() {
    [[ $failures -eq 0 ]] || exit 1
    echo 'all passed'
}
