"""The `verder` command: its own words, and Django's for everything else."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import django
from django.core.management import call_command, execute_from_command_line
from django.core.management.base import SystemCheckError
from django.db import DatabaseError

from verder.config.environment import MissingSetting, is_yes, read_environment
from verder.launch import backup, check, requirements, testing, web
from verder.launch.database import check_reachable, database
from verder.launch.folder import DataFolder, is_in_use
from verder.launch.postgres.cluster import open_cluster
from verder.launch.refusal import CannotGoOn, explain
from verder.launch.start import Wish, start

DJANGO = {"starter-content": "starter_content"}
WORKER = ["procrastinate", "worker", "--concurrency=2", "--shutdown-graceful-timeout=10", "--delete-jobs=successful"]


def words() -> argparse.ArgumentParser:
    """Describe our own words and what each does."""
    parser = argparse.ArgumentParser(
        prog="verder",
        description="Carries a dilemma onward. Without a command: start.",
        epilog="Any other command goes to Django, for example: migrate, prepare, starter-content, shell.",
    )
    own = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_start(own)
    _add_production(own)
    _add_backups(own)
    word = own.add_parser("test", help="run the tests; what follows goes to pytest", add_help=False, prefix_chars="\0")
    word.add_argument("rest", nargs="*")
    word.set_defaults(do=lambda wish: testing.run(wish.rest))
    own.add_parser("check", help="everything that every change must pass").set_defaults(do=lambda _: check.run())
    word = own.add_parser("requirements", help="write requirements*.txt from the lock file")
    word.set_defaults(do=lambda _: requirements.write())
    return parser


def _add_start(own: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    word = own.add_parser("start", help="start everything and watch over it")
    word.add_argument("--port", type=int, default=web.PORT, help="the port of the pages (default: %(default)s)")
    word.add_argument("--data", type=Path, help="the data folder (default: data, or VERDER_DATA)")
    word.add_argument("--empty", action="store_true", help="start without starter content")
    word.set_defaults(do=_start)


def _add_production(own: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    word = own.add_parser("web", help="the web server alone, for production")
    word.add_argument("--address", default=web.ADDRESS, help="where to listen (default: %(default)s)")
    word.add_argument("--port", type=int, default=web.PORT, help="(default: %(default)s)")
    word.add_argument("--workers", type=int, default=web.WORKERS, help="(default: %(default)s)")
    word.set_defaults(do=_serve)
    own.add_parser("worker", help="the worker alone, for production").set_defaults(do=_work)


def _add_backups(own: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    for name, text, do in (
        ("backup", "write the database to a file", _back_up),
        ("restore", "replace the database by a backup", _restore),
    ):
        word = own.add_parser(name, help=text)
        word.add_argument("file", type=Path)
        word.set_defaults(do=do)


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
        pass_on(url, [DJANGO.get(arguments[0], arguments[0]), *arguments[1:]])
    return 0


def data_folder() -> DataFolder:
    """Give the data folder that this command works with."""
    return DataFolder(Path(os.environ.get("VERDER_DATA", "data")).resolve())


def pass_on(url: str, arguments: list[str]) -> None:
    """Let Django's management do what is not ours."""
    use(url)
    execute_from_command_line(["verder", *arguments])


def use(url: str) -> None:
    """Point Django at a database; raise CannotGoOn when another setting is missing."""
    os.environ["DATABASE_URL"] = url
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "verder.config.settings")
    try:
        read_environment()
    except MissingSetting as missing:
        raise CannotGoOn(str(missing)) from None


def running_database() -> str:
    """Give the address of a database that goes on running without us, as production and `verder start` have."""
    given = os.environ.get("DATABASE_URL")
    if given:
        check_reachable(given)
        return given
    folder = data_folder()
    if is_in_use(folder):
        return open_cluster(folder.root).url
    raise CannotGoOn("No database is running. Set DATABASE_URL, or use `verder start`, which brings its own.")


def _start(wish: argparse.Namespace) -> None:
    start(Wish(wish.data.resolve() if wish.data else data_folder().root, wish.port, wish.empty))


def _serve(wish: argparse.Namespace) -> None:
    use(running_database())
    if is_yes("VERDER_DEMO") and wish.address != web.ADDRESS:
        raise CannotGoOn(f"The demo listens on {web.ADDRESS} only. Set VERDER_DEMO=no for production.")
    django.setup()
    try:
        call_command("check", deploy=not is_yes("VERDER_DEMO"), databases=["default"])
    except SystemCheckError as unsafe:
        raise CannotGoOn(str(unsafe)) from None
    web.become(address=wish.address, port=wish.port, workers=wish.workers)


def _work(_wish: argparse.Namespace) -> None:
    pass_on(running_database(), WORKER)


def _back_up(wish: argparse.Namespace) -> None:
    with database(data_folder()) as url:
        backup.backup(url, wish.file)


def _restore(wish: argparse.Namespace) -> None:
    folder = data_folder()
    if "DATABASE_URL" not in os.environ and is_in_use(folder):
        raise CannotGoOn("Verder is running with this data folder. Stop it first, then restore.")
    with database(folder) as url:
        backup.restore(url, wish.file)
        pass_on(url, ["migrate", "--verbosity=0"])


def main() -> None:
    """Run the command and end with its exit code; a refusal is one sentence on the terminal."""
    try:
        sys.exit(run(sys.argv[1:]))
    except CannotGoOn as refusal:
        sys.exit(str(refusal))
    except (OSError, DatabaseError) as error:
        sentence = explain(error)
        if sentence is None:
            raise
        sys.exit(sentence)


if __name__ == "__main__":
    main()
