"""All reads of guidance."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.postgres.search import SearchRank, SearchVector
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from verder.domain.decision_aid import Aid, Answer, Fault, Step, faults
from verder.domain.guidance_parts import RULES, Part, PartCode, rules_of
from verder.domain.tlp import Tlp
from verder.guidance.models import (
    AidStep,
    Feedback,
    Principle,
    Publication,
    PublicationKind,
    PublicationState,
    Verdict,
)
from verder.network.models import BodyKind, Membership, Person, Profession, Seat, Theme, UrgentRoute
from verder.network.searching import words_like
from verder.network.standing import Standing, standing_of

SECOND_READERS_SIT_IN = (BodyKind.SECRETARIAT, BodyKind.PLATFORM, BodyKind.COUNCIL)
SIMILAR_SHOWN = 3
WORDS_KEPT = timedelta(days=730)
"""So long the words of readers are kept: long enough to be read by who writes the next edition."""


def publications_visible_to(standing: Standing) -> QuerySet[Publication]:
    """Return what somebody may read: what is or was published, by its label, and the drafts in their hands."""
    drafts = Q(state=PublicationState.DRAFT) & _in_hands_of(standing)
    for_readers = Q(state__in=[PublicationState.PUBLISHED, PublicationState.WITHDRAWN])
    return Publication.objects.filter(for_readers & readable_by(standing) | drafts)


def pieces_to_offer(standing: Standing) -> QuerySet[Publication]:
    """Return the pieces that somebody can name as a product: published ones and drafts, not what comes after one."""
    return publications_visible_to(standing).filter(succeeds=None).exclude(state=PublicationState.WITHDRAWN)


def published(standing: Standing, *, kind: PublicationKind | None = None) -> QuerySet[Publication]:
    """Return what is published for somebody of this standing, newest first; `is_walked` tells of a decision aid."""
    steps = Exists(AidStep.objects.filter(publication=OuterRef("pk")))
    readable = Publication.objects.filter(readable_by(standing), state=PublicationState.PUBLISHED)
    readable = readable.annotate(is_walked=Q(steps, kind=PublicationKind.ACTION_FRAMEWORK))
    if kind is not None:
        readable = readable.filter(kind=kind)
    return readable.order_by("-published_at", "-pk")


def similar_guidance(standing: Standing, text: str) -> list[Publication]:
    """Find the published guidance that shares most words with a text, in one statement."""
    query = words_like(text)
    if query is None:
        return []
    words = SearchVector("title", "summary", config="dutch")
    found = published(standing).annotate(words=words).filter(words=query)
    return list(found.order_by(SearchRank(words, query).desc(), "-pk").only("slug", "title")[:SIMILAR_SHOWN])


def drafts_open_to(standing: Standing, *, with_published: bool = False) -> QuerySet[Publication]:
    """Return the drafts in somebody's hands, newest first; `with_published` adds what became of them."""
    open_ones = Publication.objects.filter(_in_hands_of(standing)).order_by("-pk")
    return open_ones if with_published else open_ones.filter(state=PublicationState.DRAFT)


def readable_by(standing: Standing) -> Q:
    """Tell which labels somebody may read."""
    return Q(tlp__in=[Tlp.CLEAR, Tlp.GREEN] if standing.is_in_the_community else [Tlp.CLEAR])


def _in_hands_of(standing: Standing) -> Q:
    """Tell whose hands a draft is in: the secretariat's, its writer's, its owner's, and those of the reader asked."""
    if standing.is_secretariat:
        return Q()
    if standing.person is None or not standing.is_in_the_community:
        return Q(pk__in=[])
    return Q(written_by=standing.person) | Q(reviewed_by=standing.person) | Q(owner=standing.person)


def is_expired(publication: Publication, *, on: date) -> bool:
    """Tell whether the day has passed on which somebody would look at a piece again."""
    return publication.review_on is not None and publication.review_on < on


def may_begin_next(standing: Standing, publication: Publication) -> bool:
    """Tell who begins the next edition of a piece: the secretariat, its owner, and who wrote it."""
    if standing.person is None or not standing.is_in_the_community:
        return False
    return standing.is_secretariat or standing.person in {publication.owner, publication.written_by}


def may_read_second(person: Person, *, on: date) -> bool:
    """Tell whether somebody may be asked as second reader: with an account, and a seat of some weight."""
    standing = standing_of(person, on)
    return person.is_active and any(standing.sits_in(kind) for kind in SECOND_READERS_SIT_IN)


def second_readers(*, on: date, besides: Person) -> QuerySet[Person]:
    """Return who may be asked to read a draft of somebody else, by name."""
    return possible_owners(on=on).exclude(pk=besides.pk)


def due_for_review(*, until: date) -> QuerySet[Publication]:
    """Return what is published and is looked at again on or before a day."""
    due = Publication.objects.filter(state=PublicationState.PUBLISHED, review_on__lte=until)
    return due.select_related("owner").order_by("review_on", "pk")


def who_answers_for(publication: Publication, *, on: date) -> list[str]:
    """Return the address of the owner, or those of the secretariat when the owner has left."""
    if publication.owner.is_active:
        return [publication.owner.email]
    held = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    seats = Membership.objects.filter(held, body__kind=BodyKind.SECRETARIAT, starts_on__lte=on)
    return list(seats.filter(person__is_active=True).values_list("person__email", flat=True))


def possible_owners(*, on: date) -> QuerySet[Person]:
    """Return who may answer for a piece, by name: with an account, and a seat of some weight."""
    held = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    seats = Membership.objects.filter(held, body__kind__in=SECOND_READERS_SIT_IN, starts_on__lte=on)
    seated = seats.exclude(seat=Seat.SPECIALIST).values("person")
    people = Person.objects.filter(pk__in=seated, is_active=True)
    return people.select_related("organisation").order_by("name", "pk")


def publication_of(standing: Standing, *, slug: str) -> Publication:
    """Find published guidance by its address; raise Publication.DoesNotExist when it may not be read."""
    return published(standing).get(slug=slug)


def piece_in_hands(standing: Standing, *, key: uuid.UUID) -> Publication:
    """Find a piece that somebody works on, or that was published meanwhile; raise Publication.DoesNotExist."""
    mine = drafts_open_to(standing, with_published=True)
    return mine.select_related("written_by", "reviewed_by", "owner", "returned__reader", "succeeds", "edition_of").get(
        key=key
    )


def aid_of(publication: Publication) -> Aid:
    """Return the decision aid of an action framework; it has no steps when there is none."""
    if publication.kind != PublicationKind.ACTION_FRAMEWORK:
        return Aid()
    return aid_from(publication.aid_steps.prefetch_related("answers"))


def aid_from(steps: Iterable[AidStep]) -> Aid:
    """Make a decision aid of its rows, the first step first."""
    return Aid(
        tuple(
            Step(
                step.key,
                step.title,
                step.text,
                step.is_outcome,
                tuple(Answer(answer.text, answer.leads_to, answer.hint) for answer in step.answers.all()),
            )
            for step in steps
        )
    )


def has_aid(publication: Publication) -> bool:
    """Tell whether a piece has a decision aid to walk."""
    return publication.kind == PublicationKind.ACTION_FRAMEWORK and publication.aid_steps.exists()


def faults_of_aid(aid: Aid) -> list[Fault]:
    """Return what keeps an aid from being published; having none at all is no fault."""
    return faults(aid) if aid.steps else []


def parts_of(publication: Publication) -> list[Part]:
    """Return the parts that a piece of this kind has, in the order in which they are read; its text is the first."""
    order = {rule.code: place for place, rule in enumerate(RULES)}
    kept = {rule.code for rule in rules_of(PublicationKind(publication.kind))}
    rows = [Part(PartCode.TEXT, publication.text)] if publication.text else []
    rows += [
        Part(PartCode(row.code), row.text, row.number, row.heading, row.source, row.read_by, row.ask_privacy_officer)
        for row in publication.parts.all()
    ]
    return sorted((row for row in rows if row.code in kept), key=lambda row: (order[row.code], row.number))


def contacts_of(publication: Publication) -> list[UrgentRoute]:
    """Return whom a reader can call, with the day on which each was last checked."""
    return list(publication.contacts.all())


@dataclass(frozen=True, slots=True)
class Places:
    """Where readers find a piece: its themes, and the professions that it is for; none means everyone."""

    themes: list[Theme]
    professions: list[Profession]


def places_of(publication: Publication) -> Places:
    """Return where readers find a piece."""
    return Places(list(publication.themes.all()), list(publication.professions.all()))


def current_principle() -> Principle | None:
    """Return the shared principle as it holds now; None as long as the Platform set none."""
    return Principle.objects.first()


def principles() -> list[Principle]:
    """Return all versions of the shared principle, the latest first."""
    return list(Principle.objects.all())


def may_set_principle(standing: Standing) -> bool:
    """Tell who writes down what the Platform decided: its chair, and the secretariat."""
    return standing.is_secretariat or standing.chairs(BodyKind.PLATFORM)


def hears_of(standing: Standing, publication: Publication) -> bool:
    """Tell who reads what readers told of a piece: the secretariat, its owner, its writer and its second reader."""
    if standing.person is None or not standing.is_in_the_community:
        return False
    theirs = {publication.owner_id, publication.written_by_id, publication.reviewed_by_id}
    return standing.is_secretariat or standing.person.pk in theirs


def feedback_on(publication: Publication) -> QuerySet[Feedback]:
    """Return what readers told of a piece, newest first."""
    return Feedback.objects.filter(publication=publication).order_by("-pk")


def verdicts_on(publication: Publication) -> dict[Verdict, int]:
    """Count how often readers gave each verdict on a piece."""
    counted = Feedback.objects.filter(publication=publication).values_list("verdict").annotate(Count("pk"))
    return dict.fromkeys(Verdict, 0) | {Verdict(verdict): number for verdict, number in counted}


def words_out_of_time(*, on: date) -> QuerySet[Feedback]:
    """Return what was told in words that are not kept any longer."""
    return Feedback.objects.filter(told_on__lt=on - WORDS_KEPT).exclude(why="")
