"""Writes about themes, and about names that the text check lets pass."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from verder.network.acting import Principal
from verder.network.models import AllowedWord, Theme
from verder.network.operations.noting import note
from verder.network.versions import check_version


class ReasonMissing(Exception):
    """A name is let pass with a reason only."""


class ExistsAlready(Exception):
    """A theme or word of that name exists already; nothing was done."""


@transaction.atomic
def add_theme(name: str, *, actor: Principal, at: datetime) -> Theme:
    """Add a theme; raise ExistsAlready when there is one of that name."""
    _refuse_theme(name)
    theme = Theme.objects.create(name=name)
    note("theme.add", actor=actor, at=at, details={"theme": theme.pk})
    return theme


@transaction.atomic
def rename_theme(theme: Theme, name: str, *, actor: Principal, at: datetime, seen: str | None = None) -> Theme:
    """Give a theme another name; raise ChangedMeanwhile or ExistsAlready."""
    current = Theme.objects.select_for_update().get(pk=theme.pk)
    check_version(current, seen)
    _refuse_theme(name, besides=current.pk)
    current.name = name
    current.save()
    note("theme.rename", actor=actor, at=at, details={"theme": current.pk})
    return current


@transaction.atomic
def allow_word(text: str, *, reason: str, actor: Principal, at: datetime) -> AllowedWord:
    """Let the text check pass a name of an organisation or place; raise ReasonMissing or ExistsAlready."""
    if not reason.strip():
        raise ReasonMissing
    if AllowedWord.objects.filter(text__iexact=text).exists():
        raise ExistsAlready
    word = AllowedWord.objects.create(text=text, reason=reason, allowed_by=actor.person, allowed_at=at)
    note("allowed_word.add", actor=actor, at=at, details={"allowed_word": word.pk})
    return word


@transaction.atomic
def disallow_word(word: AllowedWord, *, actor: Principal, at: datetime) -> None:
    """Let the text check stop at a name again; a word that is gone already is fine."""
    AllowedWord.objects.filter(pk=word.pk).delete()
    note("allowed_word.remove", actor=actor, at=at, details={"allowed_word": word.pk})


def _refuse_theme(name: str, *, besides: int = 0) -> None:
    if Theme.objects.filter(name__iexact=name).exclude(pk=besides).exists():
        raise ExistsAlready
