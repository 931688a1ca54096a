"""Reads the content files into plain values."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, TypeVar

from verder.deliberation.starter.texts import (
    AgendaText,
    AidStepText,
    AllowedWordText,
    BodyText,
    DilemmaText,
    EvidenceText,
    GroupText,
    GuidanceText,
    MeetingText,
    NetworkText,
    OrganisationText,
    PartText,
    PersonText,
    PrincipleText,
    PromiseText,
    RouteText,
    SignalText,
    SpecialistText,
    SpreadingText,
    StepText,
)

Value = TypeVar("Value")
FRAMEWORKS = ("uithuwelijking", "gedeeld-uitgangspunt", "uitblijven", "uitstappen")
LISTS = ("contacts", "themes", "professions")
CONTENT = resources.files("verder.deliberation.starter.content")


def bodies() -> tuple[BodyText, ...]:
    """Return the bodies that every installation has."""
    return _rows("basics", "body", BodyText)


def routes() -> tuple[RouteText, ...]:
    """Return the urgent routes that every installation begins with."""
    return _rows("basics", "route", RouteText)


def network() -> NetworkText:
    """Return who takes part in the example."""
    tables = _tables("network")
    return NetworkText(
        kinds=tuple(tables["kinds"]),
        themes=tuple(tables["themes"]),
        professions=tuple(tables["professions"]),
        allowed_words=_rows("network", "allowed_word", AllowedWordText),
        organisations=_rows("network", "organisation", OrganisationText),
        people=_rows("network", "person", PersonText),
        specialists=_rows("network", "specialist", SpecialistText),
    )


def meetings() -> tuple[MeetingText, ...]:
    """Return the meetings of the example."""
    return _rows("meetings", "meeting", MeetingText)


def agendas() -> tuple[AgendaText, ...]:
    """Return what is done to the agendas of the example."""
    return _rows("agendas", "agenda", AgendaText)


def signals() -> tuple[SignalText, ...]:
    """Return the signals and insights of the example."""
    return _rows("agendas", "signal", SignalText)


def groups() -> dict[str, GroupText]:
    """Return the working groups of the example by their keys."""
    return {group.key: group for group in _rows("groups", "group", GroupText)}


def principle() -> PrincipleText:
    """Return the shared principle of the example."""
    return PrincipleText(**_tables("principle"))


def evidence() -> EvidenceText:
    """Return the rules of the example for when guidance is proven."""
    return EvidenceText(**_tables("evidence"))


def guidance() -> tuple[GuidanceText, ...]:
    """Return the guidance of the example: one in a running text, the others in parts with a decision aid."""
    frameworks = (_framework(_tables(f"publications/{name}")) for name in FRAMEWORKS)
    insight = {**_tables("guidance"), **_lists(_tables("guidance"))}
    return (GuidanceText(**insight), *frameworks)


def spreading() -> SpreadingText:
    """Return how a piece of the example is spread."""
    tables = _tables("spreading")
    told = {name: (day, colleagues) for name, (day, colleagues) in tables["told"].items()}
    used = {name: tuple(said) for name, said in tables["used"].items()}
    return SpreadingText(**{**tables, "kinds": tuple(tables["kinds"]), "told": told, "used": used})


def _framework(table: Mapping[str, Any]) -> GuidanceText:
    told = {name: value for name, value in table.items() if name not in {"part", "step", *LISTS}}
    parts = tuple(PartText(**part) for part in table["part"])
    aid = tuple(AidStepText(**step) for step in table["step"])
    return GuidanceText(**told, **_lists(table), parts=parts, aid=aid)


def _lists(table: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(table.get(name, ())) for name in LISTS}


def dilemmas() -> tuple[DilemmaText, ...]:
    """Return the dilemmas of the example with their ways."""
    return tuple(
        _dilemma(table) for file in ("dilemmas_under_way", "dilemmas_more") for table in _tables(file)["dilemma"]
    )


def _dilemma(table: Mapping[str, Any]) -> DilemmaText:
    steps = tuple(_step(line) for line in table["way"].strip().splitlines())
    promises = tuple(PromiseText(**promise) for promise in table.get("promises", ()))
    return DilemmaText(**{**table, "way": steps, "promises": promises})


def _step(line: str) -> StepText:
    on, name, *rest = line.split()
    return StepText(int(on), name, " ".join(rest))


def _rows(file: str, name: str, kind: type[Value]) -> tuple[Value, ...]:
    return tuple(kind(**row) for row in _tables(file)[name])


@cache
def _tables(file: str) -> Mapping[str, Any]:
    return tomllib.loads((CONTENT / f"{file}.toml").read_text(encoding="utf-8"))
