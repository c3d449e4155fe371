# Sourced by the commands of this folder: what has to be installed before anything can be built.
# Speaks to stderr only. Exit codes follow sysexits.h: 69 something is missing, 70 a build failed.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
oldest_swift=6.2

say() { printf 'nuzuh: %s\n' "$*" >&2; }

give_up() {
  local code=$1
  shift
  say "$@"
  exit "$code"
}

# Runs a command as root, without ever waiting for a password nobody can type.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif [ -t 0 ]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

# Installs Debian packages: install_packages NAME…
install_packages() {
  command -v apt-get >/dev/null ||
    give_up 69 "please install what Debian calls $*; only apt is known here"
  [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null ||
    give_up 69 "please install $* as root: apt-get install $*"
  say "installing $*"
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
  as_root "${apt[@]}" update >&2 </dev/null || say "apt-get update failed; trying with old lists"
  as_root "${apt[@]}" install -y --no-install-recommends "$@" >&2 </dev/null ||
    give_up 69 "could not install $*; install it as root, then try again"
}

# The C libraries and the tools that a build needs.
need_libraries() {
  local missing=() pair
  # What pkg-config calls each library, and the package it comes in.
  local libraries=(geos=libgeos-dev proj=libproj-dev clp=coinor-libclp-dev zlib=zlib1g-dev
    libzip=libzip-dev expat=libexpat1-dev sqlite3=libsqlite3-dev)
  command -v git >/dev/null || missing+=(git ca-certificates)
  command -v pkg-config >/dev/null || missing+=(pkg-config)
  for pair in "${libraries[@]}"; do
    command -v pkg-config >/dev/null && pkg-config --exists "${pair%%=*}" ||
      missing+=("${pair#*=}")
  done
  [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
}

# Swift is not a Debian package, so it is asked for and not installed.
need_swift() {
  local folder
  for folder in "${HOME:-}/.local/share/swiftly/bin" /opt/swift/usr/bin /usr/local/swift/usr/bin; do
    command -v swift >/dev/null || [ ! -x "$folder/swift" ] || PATH=$folder:$PATH
  done
  command -v swift >/dev/null ||
    give_up 69 "Swift $oldest_swift or newer is needed: https://www.swift.org/install/linux/"
  local found
  found=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+(\.[0-9]+)*).*/\1/p')
  [ -n "$found" ] ||
    give_up 69 "'swift --version' does not work; see https://www.swift.org/install/linux/"
  [ "$(printf '%s\n' "$oldest_swift" "$found" | sort -V | head -n 1)" = "$oldest_swift" ] ||
    give_up 69 "Swift $found is too old; get $oldest_swift: https://www.swift.org/install/linux/"
}

need_python() {
  command -v python3 >/dev/null || install_packages python3
}

# need_venv FOLDER: its virtual environment with what its requirements.txt names.
need_venv() {
  local folder=$1
  need_python
  [ ! "$folder/.venv/ready" -nt "$folder/requirements.txt" ] || return 0
  python3 -m venv --clear "$folder/.venv" >&2 || {
    install_packages python3-venv
    python3 -m venv --clear "$folder/.venv" >&2
  }
  "$folder/.venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    -r "$folder/requirements.txt" >&2
  touch "$folder/.venv/ready"
}
