"""Dilemmas as their submitters find them: by receipt code, by the link in a letter, by a kept key, or signed in."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping

from django.db.models import Q, QuerySet

from verder.deliberation.links import BadLink, Purpose, fingerprint, read_link, receipt_hash
from verder.deliberation.models import Dilemma, Original
from verder.network.models import Person
from verder.textcheck import CheckedText

NEWEST = 10


def _submissions() -> QuerySet[Dilemma]:
    return Dilemma.objects.select_related("submitter")


def dilemma_of_code(code: str) -> Dilemma | None:
    """Return the dilemma that a receipt code opens, if there is one."""
    return _submissions().filter(submitter__receipt_hash=receipt_hash(code)).first()


def dilemma_of_link(token: str, purpose: Purpose) -> Dilemma:
    """Return the dilemma that a mailed link is for; raise BadLink, also when the address has changed since."""
    key, mark = read_link(token, purpose)
    dilemma = _submissions().filter(key=key).first()
    if dilemma is None or fingerprint(dilemma.submitter.email) != mark:
        raise BadLink
    return dilemma


def own_dilemma(number: str, *, keys: Collection[uuid.UUID], person: Person | None) -> Dilemma | None:
    """Return a dilemma to whoever put it in: they hold its key, or are signed in as the submitter."""
    own = Q(key__in=keys) | (Q(submitter__person=person) if person else Q(pk__in=[]))
    found = _submissions().select_related("original", "shared", "merged_into", "theme")
    return found.filter(own, number=number).first()


def dilemmas_with_keys(keys: Collection[uuid.UUID]) -> list[Dilemma]:
    """Return the dilemmas whose keys somebody holds, newest first."""
    return list(Dilemma.objects.filter(key__in=keys).order_by("-pk")) if keys else []


def dilemmas_put_in_by(person: Person | None, *, limit: int, before: int | None = None) -> list[Dilemma]:
    """List what somebody with an account put in, newest first; `before` is the key where a page begins."""
    if person is None:
        return []
    own = Dilemma.objects.filter(submitter__person=person).select_related("original").order_by("-pk")
    return list((own.filter(pk__lt=before) if before else own)[:limit])


def newest_dilemmas_of(address: str) -> list[Dilemma]:
    """Return the newest dilemmas that a confirmed mail address belongs to."""
    owned = _submissions().filter(submitter__email=address.strip().lower(), submitter__email_confirmed_at__isnull=False)
    return list(owned.order_by("-pk")[:NEWEST])


def was_put_in_as(number: str, words: Mapping[str, CheckedText]) -> bool:
    """Tell whether a dilemma came in with exactly these words; a form that went out before may have been changed."""
    said = {name: text.text for name, text in words.items()}
    return Original.objects.filter(dilemma__number=number, **said).exists()
