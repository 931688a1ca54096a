"""Carries the journal of erasures out again, on a database that comes out of an older backup."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from verder.audit.record import Happening, record
from verder.deliberation.operations.packs import forget_packs_with
from verder.domain.rungs import Party
from verder.slips.holders import BY_TABLE
from verder.slips.marks import mark_for
from verder.slips.models import WHOLE_FILE, HiddenPlace, Slip, SlipState
from verder.slips.operations.hide import put_in_place
from verder.slips.operations.journal import entries
from verder.slips.operations.whole_files import destroy_file, hide_file, show_file
from verder.slips.queries import FILES, rows_of


@transaction.atomic
def replay(*, at: datetime) -> int:
    """Hide and destroy again what the journal says and this database does not know; return how many slips.

    A slip that the database knows in the same state is left alone, so a row that got an old number is never harmed.
    """
    last = {entry["slip"]: entry for entry in entries("slip")}
    unknown = [entry for entry in last.values() if not _is_known(entry)]
    for entry in unknown:
        _replay_one(entry, at)
    return len(unknown)


def _is_known(entry: dict[str, Any]) -> bool:
    return Slip.objects.filter(key=entry["slip"], state=entry["state"]).exists()


def _replay_one(entry: dict[str, Any], at: datetime) -> None:
    kept = {name: entry[name] for name in ("dilemma", "hidden_by", "hidden_at", "second", "settled_by", "settled_at")}
    reason = "–" if entry["state"] == SlipState.RESTORED else ""
    slip, _made = Slip.objects.update_or_create(
        key=entry["slip"], defaults={**kept, "state": entry["state"], "reason": reason, "is_journalled": True}
    )
    slip.refresh_from_db()
    known = {(one.table, one.row, one.column): one for one in slip.places.all()}
    for table, row, column in entry["places"]:
        place = known.get((table, row, column))
        if column == WHOLE_FILE:
            _replay_file(slip, row, at, is_known=place is not None)
        else:
            _replay_place(slip, (table, row, column), place)
    forget_packs_with(slip.dilemma, [row for _table, row, column in entry["places"] if column == WHOLE_FILE])
    record(
        Happening(
            action="slip.replayed",
            party=Party.SECRETARIAT,
            subject_kind="dilemma",
            subject=slip.dilemma,
            details={"slip": str(slip.key), "state": slip.state},
        ),
        at=at,
    )


def _replay_file(slip: Slip, row: int, at: datetime, *, is_known: bool) -> None:
    if slip.state == SlipState.DESTROYED:
        destroy_file(row, at=at)
    elif slip.state == SlipState.HIDDEN:
        hide_file(row, at=at)
    elif is_known:
        show_file(row)
    HiddenPlace.objects.get_or_create(slip=slip, table=FILES, row=row, column=WHOLE_FILE)


def _replay_place(slip: Slip, where: tuple[str, int, str], known: HiddenPlace | None) -> None:
    table, row, column = where
    text = rows_of(BY_TABLE[table]).filter(pk=row).values_list(column, flat=True).first()
    mark = mark_for(table, row, column, slip=slip)
    if slip.state == SlipState.RESTORED:
        if known and known.words and text == known.mark:
            put_in_place(table, row, column, known.words)
    elif text and (known is None or text != known.mark):
        put_in_place(table, row, column, mark)
    if slip.state == SlipState.DESTROYED:
        HiddenPlace.objects.filter(table=table, row=row, column=column).update(words="", mark="")
    words = (text or "") if slip.state == SlipState.HIDDEN else ""
    HiddenPlace.objects.update_or_create(
        slip=slip, table=table, row=row, column=column, defaults={"words": words, "mark": mark if words else ""}
    )
