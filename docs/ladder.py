"""Writes `ladder.md` and its picture from the table in `verder.domain.ladder`: run it after a change of the table."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from verder.domain.calendar import STANDARD_TERMS
from verder.domain.ladder import LADDER, RESPONSIBLE, Step
from verder.domain.rungs import CHOICES, ENDS, RUNGS, STANDING, Need, Party, Rung

HERE = Path(__file__).parent
PAGE, PICTURE = HERE / "ladder.md", HERE / "ladder.svg"

PLACES = (*RUNGS, *(rung for rung in Rung if rung in ENDS))
NAMES_END, COLUMN, GAP, TAKERS = 190, 40, 24, 160
HEAD, ROW = 150, 22
WIDTH = NAMES_END + COLUMN * len(PLACES) + GAP + TAKERS
HEIGHT = HEAD + ROW * (len(LADDER) + 1)
BLUE, INK, SOFT, HAIR, PAPER = "#1130d6", "#15171c", "#4a4e57", "#cbcdc8", "#fcfcfa"

MEETING_OF = {
    Rung.AWAITING_PLATFORM: "the next Platform meeting; while none is planned, {term}",
    Rung.PLATFORM: "that meeting",
    Rung.AWAITING_COUNCIL: "the next council meeting; while none is planned, {term}",
    Rung.COUNCIL: "that meeting",
    Rung.FOLLOW_UP: "the earliest date of a commitment",
}
ENDINGS = {
    Rung.RESOLVED: "there is a solution or an insight",
    Rung.ANSWERED: "there was guidance already",
    Rung.REFERRED: "it belongs elsewhere",
    Rung.MERGED: "it joined another dilemma and follows that one",
    Rung.LAPSED: "the dilemma no longer exists",
    Rung.UNSOLVED: "there is no solution yet, and a date to look again",
    Rung.DECLINED: "it is out of scope",
    Rung.WITHDRAWN: "its submitter or the secretariat took it back",
}


def page() -> str:
    """Return the page in Markdown."""
    return f"""# The ladder

Written by `docs/ladder.py` from the table in `src/verder/domain/ladder.py`. Do not change this page by hand.

A dilemma stands on one rung until it ends. On every rung somebody is responsible and there is a next date; the database
refuses a dilemma without them. Buttons, operations and the database's own state machine all read one table
([why](adr/0040-the-ladder-is-a-table-held-twice.md)).

![Every step as an arrow from where it can be taken to where it leads; the table below says the same.](ladder.svg)

## Rungs

| rung | responsible | next date |
|---|---|---|
{_lines(f"| `{rung}` | {_party(RESPONSIBLE[rung])} | {_next_date(rung)} |" for rung in RUNGS)}

After the date of a question to the submitter, it is the secretariat's again. Terms are settings; these are standard.

## Ends

| end | meaning |
|---|---|
{_lines(f"| `{end}` | {ENDINGS[end]} |" for end in PLACES if end in ENDS)}

Every step to an end needs a message to the submitter.

## Steps

| step | from | to | taken by | needs |
|---|---|---|---|---|
{_lines(_row(step) for step in LADDER)}

Needs in *italics* must stand already before the step can be taken; those marked + are choices made with it; the others
are words that are given with it. What the Platform or the council decides is recorded by the secretariat or the chair
of that body, on the day of the meeting whose agenda holds the item, or later while it is not closed. A working group's
steps are taken by its lead or the secretariat.

`place_on_agenda` asks for the shared version once more: a dilemma that was declined and comes back by `reopen` has
never been admitted, and may not reach the Platform before its submitter has seen what the Platform will read.
"""


def _lines(rows: Iterable[str]) -> str:
    return "\n".join(rows)


def _row(step: Step) -> str:
    return f"| `{step.name}` | {_sources(step)} | {_target(step)} | {_takers(step)} | {_needs(step)} |"


def _sources(step: Step) -> str:
    if step.source == frozenset(RUNGS):
        return "any rung"
    return ", ".join(f"`{rung}`" for rung in PLACES if rung in step.source) or "–"


def _target(step: Step) -> str:
    return f"`{step.target}`" if step.target else "the same"


def _takers(step: Step) -> str:
    if step.target is None:
        return "who is responsible"
    return ", ".join(_party(party) for party in Party if party in step.taken_by)


def _needs(step: Step) -> str:
    return ", ".join(_need(need) for need in Need if need in step.needs and need is not Need.MESSAGE_TO_SUBMITTER)


def _need(need: Need) -> str:
    name = need.replace("_", " ")
    if need in STANDING:
        return f"*{name}*"
    return f"+ {name}" if need in CHOICES else name


def _party(party: Party) -> str:
    return party.replace("_", " ")


def _next_date(rung: Rung) -> str:
    term = STANDARD_TERMS.get(rung)
    days = f"{term.days} {'working ' if term.working_days else ''}days" if term else ""
    return MEETING_OF.get(rung, "{term}").format(term=days)


def picture() -> str:
    """Return the picture as SVG: one row a step, one column a rung or end."""
    rows = (_step(step, HEAD + ROW * (place + 1)) for place, step in enumerate(LADDER))
    size = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
    font = 'font-family="Lato, Segoe UI, sans-serif" font-size="13"'
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {size} {font}>',
            "<title>The ladder: every step from the rungs where it can be taken to where it leads</title>",
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>',
            *(_column(rung) for rung in PLACES),
            *rows,
            "</svg>\n",
        )
    )


def _x(rung: Rung) -> int:
    place = PLACES.index(rung)
    return NAMES_END + COLUMN * place + COLUMN // 2 + (GAP if rung in ENDS else 0)


def _column(rung: Rung) -> str:
    x = _x(rung)
    name = _text(x, HEAD - 12, rung.replace("_", " "), turn=True, weight="normal" if rung in ENDS else "bold")
    return f'{name}\n<path d="M{x} {HEAD} V{HEIGHT - ROW // 2}" stroke="{HAIR}"/>'


def _step(step: Step, y: int) -> str:
    marks = [_text(NAMES_END - 14, y + 4, step.name.replace("_", " "), anchor="end")]
    marks.append(_text(WIDTH - TAKERS + 14, y + 4, _takers(step), fill=SOFT))
    if step.target is not None:
        begins = [_x(rung) for rung in step.source] or [NAMES_END]
        ends = _x(step.target)
        marks.append(f'<path d="M{min(*begins, ends)} {y} H{max(*begins, ends)}" stroke="{BLUE}" stroke-width="2"/>')
        marks.append(_arrow(ends, y, forward=min(begins) < ends))
    marks += [
        f'<circle cx="{_x(rung)}" cy="{y}" r="4.5" fill="{PAPER}" stroke="{BLUE}" stroke-width="2"/>'
        for rung in PLACES
        if rung in step.source
    ]
    return "\n".join(marks)


def _arrow(x: int, y: int, *, forward: bool) -> str:
    back = -11 if forward else 11
    return f'<path d="M{x} {y} l{back} -6 v12 z" fill="{BLUE}"/>'


def _text(
    x: int, y: int, words: str, *, anchor: str = "start", fill: str = INK, turn: bool = False, weight: str = "normal"
) -> str:
    turned = f' transform="rotate(-60 {x} {y})"' if turn else ""
    looks = f'text-anchor="{anchor}" fill="{fill}" font-weight="{weight}"{turned}'
    return f'<text x="{x}" y="{y}" {looks}>{escape(words)}</text>'


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    PICTURE.write_text(picture(), encoding="utf-8")
