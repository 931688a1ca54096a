"""The `verder` command: its own words, and Django's for everything else."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from verder.launch import backup, check, requirements, testing
from verder.launch.address import ADDRESS, PORT
from verder.launch.database import database, running_database
from verder.launch.folder import DataFolder, is_in_use
from verder.launch.refusal import CannotGoOn, end_with
from verder.launch.start import Wish, start
from verder.launch.surroundings import WEB, WORKER, surroundings

DJANGO = {"starter-content": "starter_content", "replay-erasures": "replay_erasures"}


def words() -> argparse.ArgumentParser:
    """Describe our own words and what each does."""
    parser = argparse.ArgumentParser(
        prog="verder",
        description="Carries a dilemma onward. Without a command: start.",
        epilog="Any other command goes to Django, for example: migrate, prepare, starter-content, shell.",
    )
    own = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_start(own)
    for name, text, do in (
        ("web", "the web server alone, for production", _serve),
        ("worker", "the worker alone, for production", _work),
        ("test", "run the tests; what follows goes to pytest", lambda wish: testing.run(wish.rest)),
        ("check-text", "check texts: JSON lines in, JSON lines out (--privacy, --language)", _check_texts),
    ):
        word = own.add_parser(name, help=text, add_help=False, prefix_chars="\0")
        word.add_argument("rest", nargs="*")
        word.set_defaults(do=do)
    for name, text, do in (
        ("backup", "write the database to a file", _back_up),
        ("restore", "replace the database by a backup", _restore),
    ):
        word = own.add_parser(name, help=text)
        word.add_argument("file", type=Path)
        word.set_defaults(do=do)
    own.add_parser("check", help="everything that every change must pass").set_defaults(do=lambda _: check.run())
    word = own.add_parser("requirements", help="write requirements*.txt from the lock file")
    word.set_defaults(do=lambda _: requirements.write())
    return parser


def _add_start(own: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    word = own.add_parser("start", help="start everything and watch over it")
    word.add_argument("--port", type=int, default=PORT, help=f"the port of the pages on {ADDRESS} (default: {PORT})")
    word.add_argument("--data", type=Path, help="the data folder (default: data, or VERDER_DATA)")
    word.add_argument("--empty", action="store_true", help="start without starter content")
    word.set_defaults(do=_start)


def run(arguments: list[str]) -> int:
    """Do what the command line asks and give the exit code."""
    parser = words()
    known = next(action.choices for action in parser._actions if isinstance(action.choices, dict))  # noqa: SLF001
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in {"-h", "--help"}):
        arguments = ["start", *arguments]
    if arguments[0] in known or arguments[0].startswith("-"):
        wish = parser.parse_args(arguments)
        return int(wish.do(wish) or 0)
    with database(data_folder()) as url:
        return python("django", DJANGO.get(arguments[0], arguments[0]), *arguments[1:], url=url)


def data_folder() -> DataFolder:
    """Give the data folder that this command works with."""
    return DataFolder(Path(os.environ.get("VERDER_DATA", "data")).resolve())


def python(module: str, *arguments: str, url: str) -> int:
    """Run a module against a database in a process of its own, and give its exit code."""
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, env=surroundings(url), check=False).returncode  # noqa: S603 -- our own modules


def become(*command: str) -> None:
    """Turn this process into another that goes on working with a database that is there to stay."""
    os.execve(command[0], command, surroundings(running_database(data_folder())))  # noqa: S606 -- our own modules


def _start(wish: argparse.Namespace) -> None:
    start(Wish(wish.data.resolve() if wish.data else data_folder().root, wish.port, wish.empty))


def _serve(wish: argparse.Namespace) -> None:
    become(*WEB, *wish.rest)


def _work(wish: argparse.Namespace) -> None:
    become(*WORKER, *wish.rest)


def _check_texts(wish: argparse.Namespace) -> None:
    os.execv(sys.executable, [sys.executable, "-m", "verder.textcheck", *wish.rest])  # noqa: S606 -- our own module


def _back_up(wish: argparse.Namespace) -> None:
    with database(data_folder()) as url:
        backup.backup(url, wish.file)


def _restore(wish: argparse.Namespace) -> int:
    folder = data_folder()
    if "DATABASE_URL" not in os.environ and is_in_use(folder):
        raise CannotGoOn("Verder is running with this data folder. Stop it first, then restore.")
    with database(folder) as url:
        return _put_back(url, wish.file)


def _put_back(url: str, file: Path) -> int:
    """Restore, and destroy again what was destroyed since; the journal is made whole before and read after."""
    if failed := python("django", "journal_erasures", url=url):
        return failed
    backup.restore(url, file)
    return python("django", "migrate", "--verbosity=0", url=url) or python("django", "replay_erasures", url=url)


def main() -> None:
    """Run the command."""
    end_with(lambda: run(sys.argv[1:]))


if __name__ == "__main__":
    main()
