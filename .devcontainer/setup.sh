#!/usr/bin/env bash
# Sets up a machine with the .NET SDK: Jupyter and Node from the distribution (Debian, Ubuntu), the course built, its
# kernel installed for this user, and the doctor's word on it. May be run again at any time; what is there is left alone.
# Fails when the build, the kernel's installation or something that the course needs fails; a package of the
# distribution that cannot be had is only named, since notebooks run in VS Code and by `course run` without it.
set -euo pipefail
cd "$(dirname "$0")/.."

# A program and the package that brings it.
wanted=(jupyter-notebook:jupyter-notebook jupyter-nbconvert:jupyter-nbconvert node:nodejs npm:npm)

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

install_packages() {
    command -v apt-get >/dev/null || { echo "no apt-get here"; return 0; }
    as_root true 2>/dev/null || { echo "neither root nor sudo without a password"; return 0; }
    as_root apt-get update -qq || true
    # One by one: a package that the feed lacks must not keep the others away.
    for package in "$@"; do
        as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends "$package" >/dev/null || true
    done
}

lacking() {
    for pair in "${wanted[@]}"; do command -v "${pair%%:*}" >/dev/null || echo "${pair##*:}"; done
}

mapfile -t packages < <(lacking)
if [ "${#packages[@]}" -gt 0 ]; then
    install_packages "${packages[@]}"
    mapfile -t packages < <(lacking)
    for package in "${packages[@]}"; do echo "not installed: $package (apt install $package)"; done
fi

# Brings the kernel and the notebooks' library along.
dotnet build lib/CourseCli
course() { dotnet run --no-build --project lib/CourseCli -- "$@"; }
course install
course doctor
