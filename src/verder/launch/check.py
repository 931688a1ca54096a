"""`verder check`, the one door: everything that a change must pass, all of it also when a part fails."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from verder.launch import coverage, requirements
from verder.launch.database import passing_database
from verder.launch.testing import IN_PARALLEL, run_tool

if TYPE_CHECKING:
    from collections.abc import Callable

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "verder.config.settings",
    "VERDER_DEMO": "no",
    "VERDER_SECRET_KEY": "only-for-the-check-abcdefghijklmnopqrstuvwxyz-0123456789",
    "VERDER_BASE_URL": "https://verder.example",
    "VERDER_MAIL_URL": "smtps://mail.verder.example",
    "VERDER_SECURITY_CONTACT": "mailto:security@verder.example",
}


def run() -> int:
    """Run every part, say which ones failed, and give the exit code."""
    with passing_database() as url:
        failed = [name for name, part in parts(url).items() if not _passes(name, part)]
    print(f"\nFailed: {', '.join(failed)}." if failed else "\nEverything passes.")  # noqa: T201 -- for the terminal
    return len(failed)


def _passes(name: str, part: Callable[[], int]) -> bool:
    print(f"\n── {name}", flush=True)  # noqa: T201 -- for the terminal
    start = time.monotonic()
    failed = part() != 0
    print(f"   {'FAILED' if failed else 'passed'} in {time.monotonic() - start:.1f} s", flush=True)  # noqa: T201
    return not failed


def parts(url: str) -> dict[str, Callable[[], int]]:
    """List the parts in order, the quick ones first."""
    production = {**PRODUCTION, "DATABASE_URL": url}
    testing = {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": url}
    return {
        "style (ruff)": lambda: run_tool("ruff", "check", "."),
        "form (ruff)": lambda: run_tool("ruff", "format", "--check", "."),
        "imports (import-linter)": lambda: run_tool(_program("lint-imports"), "--no-logo"),
        "types (mypy)": lambda: run_tool("mypy"),
        "templates (djlint)": lambda: run_tool("djlint", "--quiet", "--lint", "src"),
        "requirements in step with the lock file": _requirements,
        "migrations": lambda: run_tool("django", "makemigrations", "--check", "--dry-run", environment=testing),
        "production": lambda: run_tool(
            "django", "check", "--deploy", "--fail-level", "WARNING", environment=production
        ),
        "tests and what they reach": lambda: _tests(url),
    }


def _program(name: str) -> Path:
    return Path(sys.prefix) / "bin" / name


def _requirements() -> int:
    files = requirements.out_of_step()
    for name in files:
        print(f"{name} is older than uv.lock. Write it anew: python3 run.py requirements")  # noqa: T201
    return len(files)


def _tests(url: str) -> int:
    with tempfile.TemporaryDirectory(prefix="verder-") as folder:
        report = Path(folder) / "coverage.json"
        environment = {"DATABASE_URL": url, "COVERAGE_FILE": f"{folder}/coverage"}
        options = ("--quiet", "--cov", f"--cov-report=json:{report}", *IN_PARALLEL)
        code = run_tool("pytest", *options, environment=environment)
        said = coverage.shortfalls(coverage.read(report)) if report.exists() else ["The tests did not run."]
    for sentence in said:
        print(sentence)  # noqa: T201 -- for the terminal
    return code or len(said)
