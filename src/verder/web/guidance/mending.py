"""Where on the pages of a draft what it lacks is filled in: the address of the very field, which then has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from verder.domain.decision_aid import Fault, FaultKind
from verder.domain.guidance_parts import RULES, Lack, LackKind, PartCode, Shape
from verder.guidance.queries import may_set_principle
from verder.guidance.readiness import Need
from verder.web.guidance.parts_fields import COLUMNS, name_of

if TYPE_CHECKING:
    import uuid

    from verder.guidance.models import Publication
    from verder.network.standing import Standing

COLUMN_OF = {LackKind.NO_HEADING: "heading", LackKind.NO_SOURCE: "source", LackKind.NOT_READ: "read_by"}
SHAPES = {rule.code: rule.shape for rule in RULES}
FIRST_CHOICE = "_0"
"""Of choices, each has a field of its own: the first."""


def field_for_lack(key: uuid.UUID, lack: Lack) -> str:
    """Return where a part is written, or the column of the row of it that is empty."""
    if lack.code is PartCode.TEXT:
        return _field("guidance-edit", key, "text")
    if SHAPES[lack.code] is Shape.CHOSEN:
        return _field("guidance-parts", key, f"contacts{FIRST_CHOICE}")
    column = COLUMN_OF.get(lack.kind, COLUMNS[SHAPES[lack.code]][0])
    return _field("guidance-parts", key, name_of(lack.code, lack.number, column))


def field_for_fault(key: uuid.UUID, fault: Fault) -> str:
    """Return where the answer stands that mends a decision aid, or the step that no answer leads to."""
    if fault.kind is FaultKind.UNREACHABLE:
        return f"{reverse('guidance-aid', args=[key])}#stap-{fault.step}"
    step, answer = reverse("guidance-aid-step", args=[key, fault.step]), fault.answer or 1
    return f"{step}#id_{'leads' if fault.answer or fault.kind is FaultKind.NO_WAY_OUT else 'answer'}_{answer}"


def field_for_need(publication: Publication, need: Need, visitor: Standing) -> str:
    """Return where a draft gets what it waits for; empty for who cannot give it."""
    key = publication.key
    if need is Need.EXPERTS:
        is_told = publication.experts_heard is not None
        return _field("guidance-parts", key, "experts" if is_told else f"experts_heard{FIRST_CHOICE}")
    if need is Need.OWNER:
        return _field("guidance-owner", key, "owner")
    if need is Need.RETURNED:
        return f"{reverse('guidance-draft', args=[key])}#teruggegeven"
    return f"{reverse('guidance-principle-set')}#id_text" if may_set_principle(visitor) else ""


def _field(route: str, key: uuid.UUID, name: str) -> str:
    return f"{reverse(route, args=[key])}#id_{name}"
