# shellcheck shell=bash
# Sourced by the scripts beside it, from the top of the checkout: makes .venv and keeps it at the lock.

# A Python of 3.11 or newer; PYTHON names another than the first one found.
find_python() {
    local candidate
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    echo "Python 3.11 or newer is needed and was not found; set PYTHON to its path." >&2
    return 1
}

# A new .venv when there is none, when its Python is gone or when the checkout was moved.
make_venv() {
    local python
    if .venv/bin/python -c '' 2>/dev/null && grep -qF "$PWD/.venv" .venv/pyvenv.cfg; then
        return
    fi
    python=$(find_python)
    echo "Making the virtual environment in .venv ..."
    "$python" -m venv --clear "$PWD/.venv" || {
        echo "Python cannot make virtual environments here; on Debian: apt-get install python3-venv" >&2
        return 1
    }
}

# Install one list of requirements/, unless .venv has it already. dev holds everything of base.
install_locked() {
    local list=$1 stamp wanted
    make_venv
    stamp=.venv/installed-$list
    wanted=$(cat pyproject.toml requirements/*.txt | cksum)
    if [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
        return
    fi
    echo "Installing the locked dependencies (requirements/$list.txt) ..."
    rm -f .venv/installed-*
    .venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check \
        --require-hashes --requirement "requirements/$list.txt" || return
    .venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check \
        --no-deps --no-build-isolation --editable . || return
    echo "$wanted" >.venv/installed-base
    echo "$wanted" >".venv/installed-$list"
}
