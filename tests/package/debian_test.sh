#!/usr/bin/env bash
# debian_test.sh SOURCE: makes the Debian package, installs it in a new Debian and uses it there: manual pages, completion,
# models from a bundle, a converted issue. Takes minutes, some 600 MB and a mirror of Debian. Exit status: 0 all is well,
# 77 not root or no debootstrap here.
# shellcheck disable=SC2016  # other shells expand what stands between single quotes
set -euo pipefail
source=$(cd -- "$1" && pwd)

if [[ $EUID -ne 0 ]] || ! command -v debootstrap >/dev/null; then
    echo "skipped: this test needs root and debootstrap"
    exit 77
fi
work=$(mktemp -d /var/tmp/banwen-debian-XXXXXX)
root=$work/root
trap 'umount "$root/proc" 2>/dev/null || true; rm -rf -- "$work"' EXIT

fail() {
    echo "FAILED: $*"
    exit 1
}
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive "$@"; }
expect() {
    local what=$1
    shift
    "$@" || fail "$what"
    echo "right: $what"
}

package=$("$source/tools/package") || fail "no package came out"
dpkg-deb --info "$package"
expect "headers and libraries are left out" \
    bash -c '! dpkg-deb --contents "$1" | grep -E "/include/|\.a$|traineddata"' - "$package"

mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | head -n 1)
debootstrap --variant=minbase bookworm "$root" ${mirror:+"$mirror"} >"$work/debootstrap.log" 2>&1 ||
    { tail -n 5 "$work/debootstrap.log"; fail "debootstrap"; }
rm -rf "$root/etc/apt" && cp -a /etc/apt "$root/etc/apt"
mount -t proc proc "$root/proc" 2>/dev/null || echo "without /proc"
cp "$package" "$root/banwen.deb"
cp -r "$source/samples/liuxi-2024-03-18" "$root/scans"
inside apt-get -q update >"$work/apt.log" 2>&1 || { tail -n 5 "$work/apt.log"; fail "apt-get update"; }
inside apt-get -qy install --no-install-recommends /banwen.deb >"$work/apt.log" 2>&1 ||
    { tail -n 20 "$work/apt.log"; fail "apt-get install"; }

expect "it starts" inside banwen --version
for page in banwen banwen-convert banwen-models; do
    # minbase leaves manuals out of what it unpacks; they are looked for in the package.
    expect "there is a manual page $page" \
        bash -c 'dpkg-deb --fsys-tarfile "$1" | tar -xO "./usr/share/man/man1/$2.1.gz" 2>/dev/null | gunzip | grep -q "^.SH"' - "$package" "$page"
done
expect "the shell completes its commands" inside bash -c '
    source /usr/share/bash-completion/completions/banwen
    COMP_WORDS=(banwen con) COMP_CWORD=1 && _banwen && [[ ${COMPREPLY[*]} == convert ]] &&
    COMP_WORDS=(banwen convert --out) COMP_CWORD=2 && _banwen && [[ ${COMPREPLY[*]} == --output ]]'
inside banwen convert /scans -o /out --format pdf,sqlite >"$work/fast.log" 2>&1 || { cat "$work/fast.log"; fail "convert"; }
expect "it reads with Debian's model" grep -q '"name": *"fast"' "$root/out/scans/issue.json"
expect "what it wrote is sound" inside banwen verify /out
expect "it finds a word" bash -c '"${@}" | grep -q scans-i' - chroot "$root" banwen search /out 清河
if "$source/tools/models" --bundle "$root/bundle" >"$work/bundle.log" 2>&1; then
    expect "models are installed from a bundle" inside banwen-models --from /bundle
    inside banwen convert /scans -o /better >"$work/better.log" 2>&1 || { cat "$work/better.log"; fail "convert"; }
    expect "it reads with the best model" grep -q '"name": *"accurate"' "$root/better/scans/issue.json"
else
    echo "not looked at: models from a bundle, since this machine has none"
fi
inside apt-get -qy purge banwen >"$work/purge.log" 2>&1 || { cat "$work/purge.log"; fail "purge"; }
expect "nothing stays behind" bash -c '! compgen -G "$1/usr/share/banwen/*" && [[ ! -e $1/usr/bin/banwen ]]' - "$root"
