"""The texts of a group with their sections and versions, and what is said about them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db.models import Count, F, Max, Q, QuerySet

from verder.deliberation.models import Dilemma
from verder.deliberation.queries.dilemmas import dilemmas_visible_to
from verder.domain.tlp import Tlp
from verder.network.standing import Standing
from verder.workspace.content import WORKSHEET
from verder.workspace.models import EarlierTitle, GroupText, Remark, Section, SectionVersion
from verder.workspace.queries.rooms import Room, groups_worked_in

MOST_TEXTS = 40
"""Texts of one group."""
MOST_SECTIONS = 40
"""Sections of one text, with those that were taken out."""
_IN_TEXT = Q(sections__versions__number=F("sections__latest"), sections__versions__is_out=False)
_FILLED = _IN_TEXT & ~Q(sections__versions__words="")


def texts_in(room: Room) -> QuerySet[GroupText]:
    """Return the texts that somebody may read: about a dilemma they may read, or about all if they may read all."""
    readable = Q(dilemma__in=room.readable) | (Q(dilemma=None) if room.is_whole else Q(pk__in=[]))
    return GroupText.objects.filter(readable, group=room.group).select_related("dilemma")


def texts_with_figures(room: Room) -> QuerySet[GroupText]:
    """Return the same, each with its number of sections, how many are filled in, and when it last changed."""
    return texts_in(room).annotate(
        all_sections=Count("sections", filter=_IN_TEXT, distinct=True),
        filled=Count("sections", filter=_FILLED, distinct=True),
        changed_at=Max("sections__versions__at"),
    )


def text_in(room: Room, key: uuid.UUID) -> GroupText:
    """Find a text of a group; raise GroupText.DoesNotExist for who may not read it."""
    return texts_in(room).get(key=key)


def section_in(room: Room, key: uuid.UUID) -> Section:
    """Find a section of a text of a group; raise Section.DoesNotExist for who may not read it."""
    sections = Section.objects.select_related("text__dilemma", "taken_up_by")
    return sections.filter(text__in=texts_in(room)).get(key=key)


def label_of(room: Room, text: GroupText) -> Tlp:
    """Return the label of a text: that of its dilemma, or of all that the group does."""
    return Tlp(text.dilemma.tlp) if text.dilemma else room.tlp


def sections_now(text: GroupText) -> QuerySet[SectionVersion]:
    """Return what each section in a text says now, in order, with how many remarks on it are open."""
    return (
        _latest_of(text)
        .filter(is_out=False)
        .select_related("section__taken_up_by", "by")
        .annotate(open_remarks=Count("section__remarks", filter=Q(section__remarks__outcome="")))
        .order_by("section__position")
    )


def sections_out(text: GroupText) -> QuerySet[SectionVersion]:
    """Return for each section that was taken out of a text who did that and when, last first."""
    return _latest_of(text).filter(is_out=True).select_related("section", "by").order_by("-at", "-pk")


def _latest_of(text: GroupText) -> QuerySet[SectionVersion]:
    return SectionVersion.objects.filter(section__text=text, number=F("section__latest"))


def earlier_titles(text: GroupText) -> QuerySet[EarlierTitle]:
    """Return what a text was called before, last first."""
    return text.earlier_titles.select_related("replaced_by").order_by("-pk")


def version_now(section: Section) -> SectionVersion:
    """Return what a section says now."""
    return version_of(section, section.latest)


def version_of(section: Section, number: int) -> SectionVersion:
    """Return one version of a section; raise SectionVersion.DoesNotExist."""
    return section.versions.select_related("by").get(number=number)


def versions_of(section: Section) -> QuerySet[SectionVersion]:
    """Return every version of a section without its words, latest first."""
    return section.versions.select_related("by").defer("words").order_by("-number")


def remarks_on(section: Section) -> QuerySet[Remark]:
    """Return what was said about a section, with what became of it."""
    return section.remarks.select_related("by", "settled_by").order_by("pk")


def remark_on(section: Section, key: uuid.UUID) -> Remark:
    """Find a remark on a section; raise Remark.DoesNotExist."""
    return section.remarks.select_related("by", "settled_by").get(key=key)


def texts_as_they_were(section: Section, numbers: Iterable[int]) -> dict[int, str]:
    """Return the words of some versions of a section, by number."""
    return dict(section.versions.filter(number__in=list(numbers)).values_list("number", "words"))


def worksheets_of(room: Room, number: str) -> QuerySet[GroupText]:
    """Return the sheets on which a group unravels one dilemma, as far as somebody may read them."""
    return texts_with_figures(room).filter(template=WORKSHEET, dilemma__number=number).order_by("pk")


def worksheets_about(dilemma: Dilemma, standing: Standing) -> QuerySet[GroupText]:
    """Return the sheets on which groups unravel a dilemma, for who comes in their workspace and may read them."""
    sheets = GroupText.objects.filter(template=WORKSHEET, dilemma=dilemma, group__in=groups_worked_in(standing))
    return sheets.filter(dilemma__in=dilemmas_visible_to(standing)).select_related("group__body").order_by("pk")
