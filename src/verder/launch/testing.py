"""`verder test`: all tests, with a database of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from verder.launch.database import passing_database

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).parents[3]
IN_PARALLEL = ("--numprocesses=2", "--dist=worksteal")


def run(arguments: Sequence[str]) -> int:
    """Run pytest with these arguments and give its exit code."""
    with passing_database() as url:
        return run_tool("pytest", *(arguments or IN_PARALLEL), environment={"DATABASE_URL": url})


def run_tool(tool: str | Path, *arguments: str, environment: Mapping[str, str] | None = None) -> int:
    """Run a module or a script of the environment from the root of the source, and give its exit code."""
    program = [tool] if isinstance(tool, Path) else ["-m", tool]
    inherited = {**os.environ, **(environment or {})}
    return subprocess.run([sys.executable, *program, *arguments], cwd=ROOT, env=inherited, check=False).returncode  # noqa: S603 -- our own tools
