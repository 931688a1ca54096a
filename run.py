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
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "verder-stamp"
FOR_DEVELOPERS = ("test", "check", "requirements")
VERSION = sys.version.split()[0]


def is_too_old() -> bool:
    """Tell whether this Python is older than Verder needs."""
    return sys.version_info < (3, 11)


def description(*, developers: bool) -> str:
    """Describe what the environment is made from: the lock file, the place, this Python and for whom."""
    lock = hashlib.sha256((ROOT / "uv.lock").read_bytes() + (ROOT / "pyproject.toml").read_bytes())
    return "\n".join([lock.hexdigest(), str(ROOT), VERSION, "developers" if developers else "users"])


def run(*command: object) -> None:
    """Run one command; stop with a sentence when it fails."""
    if subprocess.call([str(part) for part in command], cwd=str(ROOT)):
        sys.exit("Making the environment failed, see above. Check the network and the disk, and start again.")


def make_with_uv(uv: str, *, developers: bool) -> None:
    """Make the environment with uv."""
    os.environ.update(UV_PROJECT_ENVIRONMENT=str(ENVIRONMENT), UV_PYTHON_DOWNLOADS="never")
    groups = [] if developers else ["--no-dev", "--inexact"]
    run(uv, "sync", "--frozen", "--quiet", "--python", sys.executable, "--reinstall-package", "verder", *groups)


def make_with_pip(*, developers: bool) -> None:
    """Make the environment with what Python itself brings, each package checked against its hash.

    The file holds every package there is to install, so nothing is left to resolve: an older pip would, and then asks
    for the newest of a package that another one wants with an extra.
    """
    try:
        import ensurepip  # noqa: F401, PLC0415 -- Debian keeps it apart; asked only when it is needed
    except ImportError:
        package = "python{}.{}-venv".format(*sys.version_info)
        sys.exit(f"Python's `venv` is missing. Install it (apt install {package}) and start again.")
    run(sys.executable, "-m", "venv", "--clear", ENVIRONMENT)
    pip = (ENVIRONMENT / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--no-deps", "--require-hashes", "--requirement", f"requirements{'-dev' if developers else ''}.txt")
    run(*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT)


def make_environment(*, developers: bool) -> None:
    """Make the environment when it is not there, or not from this lock file."""
    with Path(__file__).open() as this:
        fcntl.flock(this, fcntl.LOCK_EX)
        had = STAMP.read_text() if STAMP.exists() else ""
        if had in (description(developers=developers), description(developers=True)):
            return
        developers = developers or had.endswith("developers")
        print("Making the environment in .venv; this happens once.", flush=True)
        uv = shutil.which("uv")
        if uv:
            make_with_uv(uv, developers=developers)
        else:
            make_with_pip(developers=developers)
        STAMP.write_text(description(developers=developers))


if __name__ == "__main__":
    if is_too_old():
        sys.exit(f"Verder needs Python 3.11 or newer, and this is {VERSION}. Start it with: python3.11 run.py")
    os.environ.setdefault("VERDER_DATA", str(ROOT / "data"))
    make_environment(developers=sys.argv[1:2] != [] and sys.argv[1] in FOR_DEVELOPERS)
    os.execv(str(ENVIRONMENT / "bin" / "verder"), ["verder", *sys.argv[1:]])
