"""Writes about themes, about professions, and about names that the text check lets pass."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from django.db import transaction

from verder.network.acting import Principal
from verder.network.models import AllowedWord, Profession, Theme
from verder.network.operations.noting import note
from verder.network.versions import check_version
from verder.textcheck import CheckedText

Named = TypeVar("Named", Theme, Profession)


class ReasonMissing(Exception):
    """A name is let pass with a reason only."""


class ExistsAlready(Exception):
    """A theme, profession or word of that name exists already; nothing was done."""


@transaction.atomic
def add_theme(name: str, *, actor: Principal, at: datetime) -> Theme:
    """Add a theme; raise ExistsAlready when there is one of that name."""
    return _add(Theme, name, actor=actor, at=at)


@transaction.atomic
def rename_theme(theme: Theme, name: str, *, actor: Principal, at: datetime, seen: str | None = None) -> Theme:
    """Give a theme another name; raise ChangedMeanwhile or ExistsAlready."""
    return _rename(theme, name, actor=actor, at=at, seen=seen)


@transaction.atomic
def add_profession(name: str, *, actor: Principal, at: datetime) -> Profession:
    """Add a kind of professional that guidance can be for; raise ExistsAlready when there is one of that name."""
    return _add(Profession, name, actor=actor, at=at)


@transaction.atomic
def rename_profession(
    profession: Profession, name: str, *, actor: Principal, at: datetime, seen: str | None = None
) -> Profession:
    """Give a profession another name; raise ChangedMeanwhile or ExistsAlready."""
    return _rename(profession, name, actor=actor, at=at, seen=seen)


def _add(kind: type[Named], name: str, *, actor: Principal, at: datetime) -> Named:
    _refuse_twin(kind, name)
    row = kind.objects.create(name=name)
    _note(row, "add", actor=actor, at=at)
    return row


def _rename(row: Named, name: str, *, actor: Principal, at: datetime, seen: str | None) -> Named:
    kind = type(row)
    current = kind.objects.select_for_update().get(pk=row.pk)
    check_version(current, seen)
    _refuse_twin(kind, name, besides=current.pk)
    current.name = name
    current.save()
    _note(current, "rename", actor=actor, at=at)
    return current


def _refuse_twin(kind: type[Named], name: str, *, besides: int = 0) -> None:
    if kind.objects.filter(name__iexact=name).exclude(pk=besides).exists():
        raise ExistsAlready


def _note(row: Theme | Profession, done: str, *, actor: Principal, at: datetime) -> None:
    kind = type(row).__name__.lower()
    note(f"{kind}.{done}", actor=actor, at=at, details={kind: row.pk})


@transaction.atomic
def allow_word(text: str, *, reason: CheckedText, actor: Principal, at: datetime) -> AllowedWord:
    """Let the text check pass a name of an organisation or place; raise ReasonMissing or ExistsAlready."""
    if not reason.text.strip():
        raise ReasonMissing
    if AllowedWord.objects.filter(text__iexact=text).exists():
        raise ExistsAlready
    word = AllowedWord.objects.create(text=text, reason=reason.text, allowed_by=actor.person, allowed_at=at)
    note("allowed_word.add", actor=actor, at=at, details={"allowed_word": word.pk})
    return word


@transaction.atomic
def disallow_word(word: AllowedWord, *, actor: Principal, at: datetime) -> None:
    """Let the text check stop at a name again; a word that is gone already is fine."""
    AllowedWord.objects.filter(pk=word.pk).delete()
    note("allowed_word.remove", actor=actor, at=at, details={"allowed_word": word.pk})
