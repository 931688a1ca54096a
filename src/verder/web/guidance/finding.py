"""Finding guidance: by theme, by whom it is for, and by a word or a question, with an extract that leads into it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verder.domain.decision_aid import way_to
from verder.domain.evidence import Evidence
from verder.domain.extracts import Extract, extract, number_of_hits
from verder.domain.guidance_parts import PartCode
from verder.guidance.finding import (
    Found,
    Narrowing,
    PartFound,
    StepFound,
    aids_of,
    find,
    first_questions,
    pieces,
    professions_with_guidance,
    themes_with_guidance,
)
from verder.guidance.models import Publication, PublicationKind
from verder.guidance.sources import Sought
from verder.network.searching import telling_words
from verder.web.guidance.reading import anchor_of, plain
from verder.web.guidance.walking import address_of_way
from verder.web.leafing import AFTER, BEFORE, Leaf, leaf
from verder.web.standing import standing
from verder.web.words.evidence import EVIDENCE_WORDS
from verder.web.words.parts import PART_WORDS
from verder.web.words.publications import KIND_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from django.http import HttpRequest, HttpResponse, QueryDict
    from django.utils.functional import Promise

    from verder.domain.decision_aid import Aid

SIZE = 15
LONGEST_QUESTION = 150
LONGEST_KEY = 9


@dataclass(frozen=True, slots=True)
class Inside:
    """A place inside a piece that answers what was asked: what it is called, its address, and its words."""

    where: str
    address: str
    extract: Extract


@dataclass(frozen=True, slots=True)
class Entry:
    """A piece in the list, and what answers inside it if something was asked."""

    piece: Publication
    kind: Promise
    inside: Inside | None = None

    @property
    def how_far(self) -> Promise | None:
        """Whether it is being tried or proven; of what is new nothing is said."""
        evidence = Evidence(self.piece.evidence)
        return None if evidence is Evidence.NEW else EVIDENCE_WORDS[evidence]


def guidance_list(request: HttpRequest) -> HttpResponse:
    """Show what is published for who asks, newest first, or what answers best what they look for."""
    visitor, narrowing = standing(request), _narrowing(request.GET)
    asked = request.GET.get("zoek", "").replace("\0", "").strip()[:LONGEST_QUESTION]
    known = {
        "asked": asked,
        "narrowing": narrowing,
        "kinds": [(key, words, _without(request.GET, soort=str(key))) for key, words in KIND_WORDS.items()],
        "every_kind": _without(request.GET),
        "themes": themes_with_guidance(visitor),
        "professions": professions_with_guidance(visitor),
        "today": timezone.localdate(),
    }
    if asked:
        return _page(request, known, Leaf(()), _found(request, asked, narrowing))
    page = leaf(request, pieces(visitor, narrowing), "-published_at", size=SIZE)
    known["questions"] = () if narrowing or page.previous else first_questions(visitor)
    return _page(request, known, page, [Entry(one, _kind_of(one)) for one in page.rows])


def _page(
    request: HttpRequest, known: dict[str, object], page: Leaf[Publication], entries: list[Entry]
) -> HttpResponse:
    return render(request, "web/guidance/list.html", {**known, "page": page, "entries": entries})


def _narrowing(said: QueryDict) -> Narrowing:
    kind = said.get("soort", "")
    return Narrowing(
        kind=PublicationKind(kind) if kind in set(PublicationKind) else None,
        theme=_number(said.get("thema", "")),
        profession=_number(said.get("beroep", "")),
    )


def _number(said: str) -> int | None:
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= LONGEST_KEY else None


def _without(said: QueryDict, **chosen: str) -> str:
    """Return the address of the same list of another kind, from its first page."""
    query = said.copy()
    for name in ("soort", AFTER, BEFORE):
        query.pop(name, None)
    for name, value in chosen.items():
        query[name] = value
    return f"?{query.urlencode()}"


def _found(request: HttpRequest, asked: str, narrowing: Narrowing) -> list[Entry]:
    words = telling_words(asked)
    found = find(standing(request), Sought(words, _parts_about(words)), narrowing) if words else []
    aids = _aids(found)
    return [Entry(one.publication, _kind_of(one.publication), _inside(one, words, aids)) for one in found]


def _parts_about(words: list[str]) -> dict[PartCode, int]:
    """Return the parts that are about some of these words by their name, and about how many."""
    counted = {code: number_of_hits(str(said.asked_as), words) for code, said in PART_WORDS.items()}
    return {code: number for code, number in counted.items() if number}


def _aids(found: Iterable[Found]) -> dict[int, Aid]:
    walked = [one.publication.pk for one in found if isinstance(one.place, StepFound)]
    return aids_of(walked) if walked else {}


def _inside(found: Found, words: list[str], aids: Mapping[int, Aid]) -> Inside | None:
    piece, place = found.publication, found.place
    if place is None:
        return None
    if isinstance(place, PartFound):
        return Inside(_called(place), _address(piece, place), extract(_words(place), words))
    begin = reverse("guidance-steps", args=[piece.slug])
    way = way_to(aids[piece.pk], place.key) or ()
    told = extract(f"{place.title} – {plain(place.text)}", words)
    return Inside(_("In de keuzehulp"), address_of_way(begin, way), told)


def _called(part: PartFound) -> str:
    return _("In de tekst") if part.code is PartCode.TEXT else str(PART_WORDS[part.code].heading)


def _address(piece: Publication, part: PartFound) -> str:
    page = reverse("guidance", args=[piece.slug])
    return page if part.code is PartCode.TEXT else f"{page}#{anchor_of(_called(part))}"


def _words(part: PartFound) -> str:
    return f"{part.heading}: {plain(part.text)}" if part.heading else plain(part.text)


def _kind_of(publication: Publication) -> Promise:
    return KIND_WORDS[PublicationKind(publication.kind)].one
