"""Runs Verder: makes its environment when needed, then hands over to the `verder` command.

    python3 run.py              starts everything
    python3 run.py test         runs the tests
    python3 run.py check        runs everything that a change must pass
    python3 run.py --help       says what else there is

Only the standard library, and no newer words than an old Python can read, so that it can say what is wrong.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))
ENVIRONMENT = os.path.join(ROOT, ".venv")
STAMP = os.path.join(ENVIRONMENT, "verder-stamp")
FOR_DEVELOPERS = ("test", "check", "requirements")


def is_old():
    """Tell whether this Python is too old for Verder."""
    return sys.version_info < (3, 11)


def state_of(developers):
    """Describe what the environment is made from: the lock file, the place and this Python."""
    lock = hashlib.sha256()
    for name in ("uv.lock", "pyproject.toml"):
        with open(os.path.join(ROOT, name), "rb") as file:
            lock.update(file.read())
    return "\n".join([lock.hexdigest(), ROOT, sys.version.split()[0], "dev" if developers else "run"])


def stamp():
    """Read what the environment was made from last time."""
    if not os.path.exists(STAMP):
        return ""
    with open(STAMP) as file:
        return file.read()


def run(*command):
    """Run one command; stop with a sentence when it fails."""
    if subprocess.call(command, cwd=ROOT):
        sys.exit("Making the environment failed, see above. Check the network and the disk, and start again.")


def make_with_uv(uv, developers):
    """Make the environment with uv."""
    os.environ.update(UV_PROJECT_ENVIRONMENT=ENVIRONMENT, UV_PYTHON_DOWNLOADS="never")
    groups = [] if developers else ["--no-dev"]
    run(uv, "sync", "--frozen", "--quiet", "--python", sys.executable, "--reinstall-package", "verder", *groups)


def make_with_pip(developers):
    """Make the environment with what Python itself brings, each package checked against its hash."""
    try:
        import ensurepip  # noqa: F401, PLC0415 -- Debian keeps it apart; asked only when it is needed
    except ImportError:
        version = "%d.%d" % sys.version_info[:2]
        sys.exit("Python's `venv` is missing. Install it (apt install python%s-venv) and start again." % version)
    run(sys.executable, "-m", "venv", "--clear", ENVIRONMENT)
    pip = [os.path.join(ENVIRONMENT, "bin", "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    requirements = "requirements-dev.txt" if developers else "requirements.txt"
    run(*pip, "--require-hashes", "--requirement", requirements)
    run(*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT)


def make_environment(developers):
    """Make the environment when it is not there, or not from this lock file."""
    with open(os.path.abspath(__file__)) as this:
        fcntl.flock(this, fcntl.LOCK_EX)
        had = stamp()
        if had in (state_of(developers), state_of(True)):
            return
        developers = developers or had.endswith("dev")
        print("Making the environment in .venv; this happens once.", flush=True)
        uv = shutil.which("uv")
        if uv:
            make_with_uv(uv, developers)
        else:
            make_with_pip(developers)
        with open(STAMP, "w") as file:
            file.write(state_of(developers))


if is_old():
    sys.exit("Verder needs Python 3.11 or newer, and this is %s. Install one and use it to start: "
             "python3.11 run.py" % sys.version.split()[0])  # fmt: skip
os.environ.setdefault("VERDER_DATA", os.path.join(ROOT, "data"))
make_environment(developers=sys.argv[1:2] and sys.argv[1] in FOR_DEVELOPERS)
os.execv(os.path.join(ENVIRONMENT, "bin", "verder"), ["verder", *sys.argv[1:]])
