"""Requirements files for those without uv, written from the lock file and kept in step with it."""

from __future__ import annotations

import hashlib
import subprocess

from verder.launch.refusal import CannotGoOn
from verder.launch.testing import ROOT

MARK = "# uv.lock sha256: "
FILES = {"requirements.txt": ["--no-dev"], "requirements-dev.txt": ["--group=dev"]}


def mark() -> str:
    """Give the line that ties a requirements file to the lock file of this moment."""
    return MARK + hashlib.sha256((ROOT / "uv.lock").read_bytes()).hexdigest()


def write() -> None:
    """Write the files anew with uv."""
    for name, groups in FILES.items():
        command = ["uv", "export", "--frozen", "--quiet", "--no-header", "--no-emit-project", "--group=build", *groups]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 -- our own command
        if done.returncode:
            raise CannotGoOn(f"uv could not export the lock file: {done.stderr.strip()}")
        (ROOT / name).write_text(f"{mark()}\n{done.stdout}")


def out_of_step() -> list[str]:
    """List the files that were not written from this lock file."""
    return [name for name in FILES if not (ROOT / name).read_text().startswith(mark() + "\n")]
