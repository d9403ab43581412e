#!/usr/bin/env bash
# Tests tools/models with a small manifest, a folder that plays Debian's and an npm that needs no network.
# Usage: models_test.sh   (exit 0: all passed; each failure is a line)
set -uo pipefail
# shellcheck source=tests/tools/expect.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/expect.sh"

# Begins a test: a new folder with Debian's models, a manifest and no obtained models.
begin() {
    start_test "$1"
    mkdir "$here/debian"
    printf 'fast model\n' >"$here/debian/fast.traineddata"
    printf 'tall model\n' >"$here/debian/tall.traineddata"
    {
        echo '# a comment'
        manifest_row fast always
        manifest_row tall on-call
    } >"$here/MANIFEST"
}

manifest_row() {
    local file=$here/debian/$1.traineddata
    echo "$1 1.0 $(sha256sum <"$file" | cut -d' ' -f1) Apache-2.0 $2 debian some-package - $file"
}

# Adds a model `wide` that comes from npm; its tarball holds $1, and the manifest expects `$2`.
add_npm_model() {
    mkdir -p "$here/package"
    printf '%s' "$1" | gzip -n >"$here/package/wide.gz"
    tar -C "$here" --mtime=@0 -czf "$here/wide-1.0.tgz" package
    echo "wide 1.0 $(printf '%s' "$2" | sha256sum | cut -d' ' -f1) Apache-2.0 always npm wide@1.0" \
        "$(sha256sum <"$here/wide-1.0.tgz" | cut -d' ' -f1) wide.gz" >>"$here/MANIFEST"
    program "$here/bin/npm" "cp '$here/wide-1.0.tgz' ."
    # Stands for combine_tessdata: takes the whole file as the network, and the network as the combined file.
    # shellcheck disable=SC2016
    program "$here/bin/combine_tessdata" 'if [ "$1" = -e ]; then cp "$2" "$4"; else cp "$1lstm" "$1traineddata"; fi'
}

models() { try "$root/tools/models" --manifest "$here/MANIFEST" --data "$here/data" "$@"; }

begin bundle_round_trip_installs_what_was_packed
models --bundle "$here/bundle"
expect_status 0
expect_file "$here/bundle/MANIFEST"
rm -r "$here/debian"
models --check
expect_status 4
expect_said 'fast is missing'
models --from "$here/bundle"
expect_status 0
expect_equal "$(cat "$here/data/fast.traineddata" "$here/data/tall.traineddata")" $'fast model\ntall model'
models --check
expect_status 0

begin damaged_bundle_is_refused_whole
models --bundle "$here/bundle"
echo x >>"$here/bundle/tall.traineddata"
models --from "$here/bundle"
expect_status 4
expect_said "$here/bundle/tall.traineddata is damaged"
expect_no_file "$here/data/fast.traineddata"

begin incomplete_bundle_names_the_missing_file
models --bundle "$here/bundle"
rm "$here/bundle/fast.traineddata"
models --from "$here/bundle"
expect_status 4
expect_said "$here/bundle/fast.traineddata is missing"

begin bundle_without_an_on_call_model_is_enough
models --bundle "$here/bundle"
rm "$here/bundle/tall.traineddata"
models --from "$here/bundle"
expect_status 0
expect_no_file "$here/data/tall.traineddata"

begin check_names_the_damaged_model
echo x >>"$here/debian/fast.traineddata"
models --check
expect_status 4
expect_said "fast is damaged: $here/debian/fast.traineddata"

begin npm_model_is_obtained_and_repacked
add_npm_model 'wide model' 'wide model'
models
expect_status 0
expect_equal "$(cat "$here/data/wide.traineddata")" 'wide model'
program "$here/bin/npm" 'exit 1'
models
expect_status 0
[[ $printed == *'wide  there'* ]] || fail "printed: $printed"

begin damaged_npm_model_is_obtained_again
add_npm_model 'wide model' 'wide model'
mkdir "$here/data"
echo x >"$here/data/wide.traineddata"
models wide
expect_status 0
expect_said 'wide is damaged'
expect_equal "$(cat "$here/data/wide.traineddata")" 'wide model'

begin failing_npm_is_told_and_leaves_nothing
add_npm_model 'wide model' 'wide model'
program "$here/bin/npm" 'echo no route to the registry >&2; exit 1'
models
expect_status 4
expect_said 'npm could not fetch wide@1.0: no route to the registry'
expect_equal "$(ls -A "$here/data" 2>/dev/null)" ''

begin foreign_tarball_is_refused
add_npm_model 'wide model' 'wide model'
echo x >>"$here/wide-1.0.tgz"
models
expect_status 4
expect_said 'is not what MANIFEST names'
expect_no_file "$here/data/wide.traineddata"

begin foreign_content_is_refused_after_repacking
add_npm_model 'another model' 'wide model'
models
expect_status 4
expect_said 'repacked from wide@1.0, is not what MANIFEST names'
expect_no_file "$here/data/wide.traineddata"

begin wrong_usage_is_told_in_one_line
for arguments in --nonsense --from '--from /nonexistent' no-such-model '--check fast'; do
    # shellcheck disable=SC2086  # two words in one
    models $arguments
    expect_status 2
    expect_equal "$(wc -l <<<"$said")" 1
done

begin folder_that_cannot_be_written_is_told
models --bundle "$here/bundle"
echo 'a file where a folder should be' >"$here/data"
models --from "$here/bundle"
expect_status 5
expect_said "cannot write $here/data/fast.traineddata"

begin manifest_of_the_project_is_well_formed
while read -r name _ sum _ when how _ package_sum _ rest; do
    [[ $sum =~ ^[0-9a-f]{64}$ && -z $rest ]] || fail "$name: columns or sha256"
    [[ $when =~ ^(always|on-call)$ ]] || fail "$name: when is $when"
    [[ $how == debian && $package_sum == - || $how == npm && $package_sum =~ ^[0-9a-f]{64}$ ]] || fail "$name: how is $how"
done < <(grep -v '^#' "$root/models/MANIFEST")

if command -v shellcheck >/dev/null; then
    start_test scripts_pass_shellcheck
    scripts=$(cd "$root" && shellcheck -x tools/run tools/test tools/models tools/*.sh .ci/run tests/tools/*.sh) ||
        fail "$scripts"
fi

finish_tests
