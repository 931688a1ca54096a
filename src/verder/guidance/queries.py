"""All reads of guidance."""

from __future__ import annotations

import uuid
from datetime import date
from functools import reduce
from operator import add, or_

from django.contrib.postgres.search import SearchRank, SearchVector, TrigramWordSimilarity
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.functions import Greatest

from verder.audit.queries import events_of
from verder.domain.decision_aid import Aid, Answer, Fault, Step, faults
from verder.domain.tlp import Tlp
from verder.guidance.models import AidStep, Feedback, Publication, PublicationKind, PublicationState, Verdict
from verder.network.models import BodyKind, Membership, Person, Seat
from verder.network.searching import any_of, words_like
from verder.network.standing import Standing, standing_of

SECOND_READERS_SIT_IN = (BodyKind.SECRETARIAT, BodyKind.PLATFORM, BodyKind.COUNCIL)
SIMILAR_SHOWN = 3
FOUND_SHOWN = 20
WEIGHT_OF_SUMMARY = 0.5


def publications_visible_to(standing: Standing) -> QuerySet[Publication]:
    """Return what somebody may read: published guidance by its label, and the drafts in their hands."""
    drafts = Q(state=PublicationState.DRAFT) & _in_hands_of(standing)
    return Publication.objects.filter(Q(state=PublicationState.PUBLISHED) & _readable(standing) | drafts)


def published(standing: Standing, *, kind: PublicationKind | None = None) -> QuerySet[Publication]:
    """Return what is published for somebody of this standing, newest first; `is_walked` tells of a decision aid."""
    steps = Exists(AidStep.objects.filter(publication=OuterRef("pk")))
    readable = Publication.objects.filter(_readable(standing), state=PublicationState.PUBLISHED)
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


def guidance_about(
    standing: Standing, words: list[str], *, kind: PublicationKind | None = None
) -> QuerySet[Publication]:
    """Find the published guidance in which one of these words stands: in any form, in a longer word, or misspelled.

    What has most of the words comes first; at most `FOUND_SHOWN` pieces. `words` are letters alone, and not empty.
    """
    query, vector = any_of(words), SearchVector("title", "summary", config="dutch")
    alike = [Q(title__trigram_word_similar=word) | Q(summary__trigram_word_similar=word) for word in words]
    found = published(standing, kind=kind).annotate(words=vector).filter(reduce(or_, alike, Q(words=query)))
    nearness = reduce(add, [_nearness(word) for word in words], SearchRank(vector, query))
    return found.order_by(nearness.desc(), "-pk")[:FOUND_SHOWN]


def _nearness(word: str) -> Combinable:
    in_summary = TrigramWordSimilarity(word, "summary") * WEIGHT_OF_SUMMARY
    return Greatest(TrigramWordSimilarity(word, "title"), in_summary)


def drafts_open_to(standing: Standing, *, with_published: bool = False) -> QuerySet[Publication]:
    """Return the drafts in somebody's hands, newest first; `with_published` adds what became of them."""
    open_ones = Publication.objects.filter(_in_hands_of(standing)).order_by("-pk")
    return open_ones if with_published else open_ones.filter(state=PublicationState.DRAFT)


def _readable(standing: Standing) -> Q:
    return Q(tlp__in=[Tlp.CLEAR, Tlp.GREEN] if standing.is_in_the_community else [Tlp.CLEAR])


def _in_hands_of(standing: Standing) -> Q:
    """Tell whose hands a draft is in: the secretariat's, its writer's, and those of the second reader asked."""
    if standing.is_secretariat:
        return Q()
    if standing.person is None or not standing.is_in_the_community:
        return Q(pk__in=[])
    return Q(written_by=standing.person) | Q(reviewed_by=standing.person)


def is_expired(publication: Publication, *, on: date) -> bool:
    """Tell whether the day has passed on which somebody would look at a piece again."""
    return publication.review_on is not None and publication.review_on < on


def edition_of(publication: Publication) -> int:
    """Return how many times a piece was published, which readers know as its version."""
    return events_of(publication.key).filter(action="publication.published").count()


def may_read_second(person: Person, *, on: date) -> bool:
    """Tell whether somebody may be asked as second reader: with an account, and a seat of some weight."""
    standing = standing_of(person, on)
    return person.is_active and any(standing.sits_in(kind) for kind in SECOND_READERS_SIT_IN)


def second_readers(*, on: date, besides: Person) -> QuerySet[Person]:
    """Return who may be asked to read a draft of somebody else, by name."""
    held = Q(ends_on__isnull=True) | Q(ends_on__gte=on)
    seats = Membership.objects.filter(held, body__kind__in=SECOND_READERS_SIT_IN, starts_on__lte=on)
    seated = seats.exclude(seat=Seat.SPECIALIST).values("person")
    people = Person.objects.filter(pk__in=seated, is_active=True).exclude(pk=besides.pk)
    return people.select_related("organisation").order_by("name", "pk")


def publication_of(standing: Standing, *, slug: str) -> Publication:
    """Find published guidance by its address; raise Publication.DoesNotExist when it may not be read."""
    return published(standing).get(slug=slug)


def piece_in_hands(standing: Standing, *, key: uuid.UUID) -> Publication:
    """Find a piece that somebody works on, or that was published meanwhile; raise Publication.DoesNotExist."""
    mine = drafts_open_to(standing, with_published=True)
    return mine.select_related("written_by", "reviewed_by").get(key=key)


def aid_of(publication: Publication) -> Aid:
    """Return the decision aid of an action framework; it has no steps when there is none."""
    if publication.kind != PublicationKind.ACTION_FRAMEWORK:
        return Aid()
    return Aid(
        tuple(
            Step(
                step.key,
                step.title,
                step.text,
                step.is_outcome,
                tuple(Answer(answer.text, answer.leads_to, answer.hint) for answer in step.answers.all()),
            )
            for step in publication.aid_steps.prefetch_related("answers")
        )
    )


def has_aid(publication: Publication) -> bool:
    """Tell whether a piece has a decision aid to walk."""
    return publication.kind == PublicationKind.ACTION_FRAMEWORK and publication.aid_steps.exists()


def faults_of_aid(aid: Aid) -> list[Fault]:
    """Return what keeps an aid from being published; having none at all is no fault."""
    return faults(aid) if aid.steps else []


def hears_of(standing: Standing, publication: Publication) -> bool:
    """Tell whether somebody reads what readers told of a piece: the secretariat, its writer and its second reader."""
    if standing.person is None or not standing.is_in_the_community:
        return False
    return standing.is_secretariat or standing.person.pk in {publication.written_by_id, publication.reviewed_by_id}


def feedback_on(publication: Publication) -> QuerySet[Feedback]:
    """Return what readers told of a piece, newest first."""
    return Feedback.objects.filter(publication=publication).order_by("-pk")


def verdicts_on(publication: Publication) -> dict[Verdict, int]:
    """Count how often readers gave each verdict on a piece."""
    counted = Feedback.objects.filter(publication=publication).values_list("verdict").annotate(Count("pk"))
    return dict.fromkeys(Verdict, 0) | {Verdict(verdict): number for verdict, number in counted}
