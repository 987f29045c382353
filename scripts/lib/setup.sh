# shellcheck shell=bash
# What the scripts share: Debian's packages, and a release build. Sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

die() {
  echo "$(basename "$0"): $*" >&2
  exit 1
}

# Prints the comment at the head of the script when --help is asked for.
help_if_asked() {
  case ${1-} in
    -h | --help)
      sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"
      exit
      ;;
  esac
}

# Runs a command whose output matters only when it fails.
quietly() {
  local output status=0
  output=$(mktemp)
  "$@" > "$output" 2>&1 || status=$?
  [ "$status" -eq 0 ] || cat "$output" >&2
  rm -f "$output"
  return "$status"
}

# Installs Debian packages, or says what to type.
install_packages() {
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -y)
  local advice="as root, type: apt-get update && apt-get install $*"
  command -v apt-get > /dev/null || die "$* is missing and there is no apt-get; on Debian, $advice"
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo > /dev/null || die "$* is missing and there is no sudo; $advice"
    apt=(sudo "${apt[@]}")
  fi
  echo "$* is missing: installing it with apt-get …" >&2
  quietly "${apt[@]}" update || die "apt-get update failed; $advice"
  quietly "${apt[@]}" install --no-install-recommends "$@" || die "apt-get failed; $advice"
}

need_swift() {
  command -v swift > /dev/null ||
    die "no Swift toolchain on PATH; install Swift 6.1 or newer, see swift.org/install"
}

# SQLite, for psoas-unpack expat and libzip, and for its tests zlib.
need_headers() {
  local missing=() header name package
  while read -r header name package; do
    [ -e "/usr/include/$header" ] || pkg-config --exists "$name" 2> /dev/null || missing+=("$package")
  done <<< "sqlite3.h sqlite3 libsqlite3-dev
expat.h expat libexpat1-dev
zip.h libzip libzip-dev
zlib.h zlib zlib1g-dev"
  [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
}

# Whether a tool is there, where the tests look for it.
has_test_tool() { # NAME
  case $1 in
    python3:*) /usr/bin/python3 -c "import ${1#*:}" ;;
    *) PATH=/usr/bin:/bin type "$1" ;;
  esac &> /dev/null
}

# Installs the tools that the tests need, as far as they can be had. Without one, its tests are left out;
# continuous integration leaves out none, so that they must be had there. Most tests read logs with sqlite3.
need_test_tools() {
  local missing=() name package
  while read -r name package; do
    has_test_tool "$name" || missing+=("$package")
  done < <(grep -v '^#' "$root/scripts/lib/test-tools.txt")
  [ ${#missing[@]} -gt 0 ] || return 0
  (install_packages "${missing[@]}") || [ -z "${CI-}" ] || exit 1
  has_test_tool sqlite3 || die "the tests cannot run without sqlite3"
}

# Two libraries of PyPI, which look at the bundles for health records.
need_fhir_validators() {
  local folder=$root/.build/fhir
  ! "$folder/bin/python" -c 'import fhir.resources, fhirclient' 2> /dev/null || return 0
  quietly python3 -m venv "$folder" &&
    quietly "$folder/bin/pip" install 'fhir.resources>=8,<9' 'fhirclient>=4,<5' && return
  rm -rf "$folder" # half of it would look like all of it
  [ -z "${CI-}" ] || die "fhir.resources and fhirclient cannot be installed here"
}

# The commit that is built, marked where files differ from it; nothing outside a git checkout.
commit() {
  git -C "$root" describe --always --dirty --abbrev=7 --exclude '*' 2> /dev/null || true
}

# Puts the manual and the completion of a program into a share folder.
put_beside() { # PROGRAM SHARE ZSH_FOLDER DAY
  local from=$root/scripts/completion
  mkdir -p "$2/man/man1"
  "$1" __man "$2/man/man1" "$4"
  chmod 644 "$2"/man/man1/psoas.1 "$2"/man/man1/psoas-*.1
  install -D -m 644 "$from/psoas.bash" "$2/bash-completion/completions/psoas"
  install -D -m 644 "$from/_psoas" "$2/zsh/$3/_psoas"
  install -D -m 644 "$from/psoas.fish" "$2/fish/vendor_completions.d/psoas.fish"
}

# Removes them again, and nobody else's psoas-foo.1.
remove_beside() { # PROGRAM SHARE ZSH_FOLDER
  local pages page
  pages=$(mktemp -d)
  "$1" __man "$pages" 2026-01-01 2> /dev/null || true # an old program knows no manual
  for page in "$pages"/*.1; do rm -f "$2/man/man1/$(basename "$page")"; done
  rm -rf "$pages"
  rm -f "$2/bash-completion/completions/psoas" "$2/zsh/$3/_psoas" \
    "$2/fish/vendor_completions.d/psoas.fish"
}

# Builds the release of psoas and psoas-unpack with the Swift runtime inside, and prints the path of psoas.
# Fully static starts fastest, but links only where the libraries of psoas and the C library are there for it.
release_build() {
  need_swift
  need_headers
  echo "building the release; the first time this takes some minutes …" >&2
  local build=(swift build --package-path "$root" -c release --static-swift-stdlib) output
  output=$(mktemp)
  quietly "${build[@]}" --product psoas-unpack || die "the build failed"
  if ! PSOAS_STATIC=1 "${build[@]}" --product psoas > "$output" 2>&1; then
    if ! grep -q 'link command failed' "$output"; then
      cat "$output" >&2
      die "the build failed"
    fi
    echo "a fully static psoas does not link here; linking what Debian has of it shared …" >&2
    quietly "${build[@]}" --product psoas || die "the build failed"
  fi
  rm -f "$output"
  echo "$("${build[@]}" --show-bin-path)/psoas"
}
