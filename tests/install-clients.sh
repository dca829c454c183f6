#!/usr/bin/env bash
# Installs the clients of other makes against which the notebook kernel is tested; a test whose client is missing is
# skipped and says so. May be run again at any time. Never fails: without a registry it prints what is missing.
#   Debian packages (as root only): Python's Jupyter clients, pyzmq, the classic notebook, a browser
#   npm packages, into .artifacts/node: zeromq (what VS Code speaks), playwright-core (drives the browser)
set -uo pipefail
cd "$(dirname "$0")/.."

debian=(python3-zmq python3-jupyter-client python3-jupyter-kernel-test python3-nbclient python3-nbconvert
    python3-nbformat python3-notebook chromium)
npm=(zeromq@6 playwright-core)
node=.artifacts/node
missing=()

has_debian() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }
has_npm() { [ -d "$node/node_modules/${1%@*}" ]; }

wanted=()
for package in "${debian[@]}"; do has_debian "$package" || wanted+=("$package"); done
if [ "${#wanted[@]}" -gt 0 ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq || true
    # One by one: a package that the feed lacks must not keep the others away.
    for package in "${wanted[@]}"; do
        apt-get install -y -qq --no-install-recommends "$package" >/dev/null || true
    done
fi
for package in "${debian[@]}"; do has_debian "$package" || missing+=("$package (Debian)"); done

wanted=()
for package in "${npm[@]}"; do has_npm "$package" || wanted+=("$package"); done
if [ "${#wanted[@]}" -gt 0 ] && command -v npm >/dev/null; then
    mkdir -p "$node"
    # With a manifest of its own: npm would otherwise look for one in the folders above.
    [ -f "$node/package.json" ] || echo '{ "private": true }' >"$node/package.json"
    for package in "${wanted[@]}"; do
        npm install --prefix "$node" --no-fund --no-audit --loglevel=error "$package" || true
    done
fi
for package in "${npm[@]}"; do has_npm "$package" || missing+=("$package (npm)"); done

if [ "${#missing[@]}" -eq 0 ]; then
    echo "all clients are installed"
else
    printf 'missing, its tests are skipped: %s\n' "${missing[@]}"
fi
exit 0
