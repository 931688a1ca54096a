"""The one place where TLP becomes part of a query: who may read what."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from verder.domain.tlp import Tlp
from verder.network.standing import Standing

Row = TypeVar("Row", bound=Model)
Other = TypeVar("Other", bound=Model)


def visible(standing: Standing, *, shared: Q, brought: QuerySet[Row], named: QuerySet[Other], link: str) -> Q:
    """Return the condition under which somebody of this standing may read a labelled row.

    `shared` says when a row is fit to be read outside the secretariat at all; `brought` holds the rows that link a
    labelled row to a body, `named` those that link it to a person, both by the field `link`. Rows need a field `tlp`.
    Administrators see only what is public.
    """
    public = shared & Q(tlp=Tlp.CLEAR)
    if standing.person is None or not standing.seats or standing.is_administrator:
        return public
    is_named = Q(pk__in=named.filter(person=standing.person).values(link))
    if standing.is_secretariat:
        return ~Q(tlp=Tlp.RED) | is_named
    readable = public | (shared & (_by_body(standing, _to_outer(brought, link)) | Q(tlp=Tlp.RED) & is_named))
    if standing.is_in_the_community:
        readable |= shared & Q(tlp=Tlp.GREEN)
    return readable


def _by_body(standing: Standing, brought: QuerySet[Row]) -> Q:
    own = Q(tlp__in=[Tlp.AMBER_STRICT, Tlp.AMBER, Tlp.GREEN]) & Q(Exists(brought.filter(body__in=standing.bodies)))
    if standing.is_specialist_only or not standing.neighbours:
        return own
    return own | Q(tlp=Tlp.AMBER) & Q(Exists(brought.filter(body__in=standing.neighbours)))


def _to_outer(relation: QuerySet[Row], link: str) -> QuerySet[Row]:
    """Bind a linking table to the row that is being judged.

    It is bound as a range of one, since PostgreSQL turns an equality here into a hash of the whole linking table.
    """
    return relation.filter(**{f"{link}__gte": OuterRef("pk"), f"{link}__lte": OuterRef("pk")})
