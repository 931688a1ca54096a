"""`python -m bench.search`: what finding guidance costs at 10 and at 1,000 pieces, beside a scan of the same words.

Pieces are made of the sentences of the example, so that a common word stands in most of them and a rare one in few.
Every search takes turns with the baseline: all words of all pieces, asked for the same word with ILIKE.
"""

from __future__ import annotations

import random
import re
import sys
import time
import uuid
from collections.abc import Callable
from datetime import timedelta
from statistics import median
from typing import TYPE_CHECKING

from bench.own_database import in_own_database

if TYPE_CHECKING:
    from verder.guidance.models import Publication

SIZES = (10, 1_000)
TURNS = 3
STEPS = 8
ASKED = {
    "a common word": "melden",
    "a rare word": "aangifte",
    "a longer word": "uithuwelijking",
    "a misspelled word": "dwangt",
    "a question": "Mag ik zonder toestemming iets delen met school?",
    "nothing at all": "xylofoon",
}
SCAN = """
    SELECT count(DISTINCT p.id) FROM guidance_publication p
    LEFT JOIN guidance_publicationpart t ON t.publication_id = p.id
    LEFT JOIN guidance_aidstep s ON s.publication_id = p.id
    WHERE concat_ws(' ', p.title, p.summary, p.text, t.heading, t.text, s.title, s.text) ILIKE %s
"""


def main() -> int:
    """Fill a database of its own at each size, search, and print what each search took."""
    return in_own_database(measure)


def measure() -> int:
    """Print milliseconds and ratios."""
    taken: dict[int, dict[str, tuple[float, float]]] = {}
    made = 0
    for size in SIZES:
        _fill(size - made, first=made)
        made = size
        taken[size] = {name: _in_turns(words) for name, words in ASKED.items()}
    small, large = SIZES
    print(f"{'':<20}{'ms':>8}{'ms':>8}{'large :':>9}{'x scan':>8}{'x scan':>8}")
    print(f"{'search for':<20}{small:>8,}{large:>8,}{'small':>9}{small:>8,}{large:>8,}")
    for name in ASKED:
        (ours, scan), (ours_large, scan_large) = taken[small][name], taken[large][name]
        ratios = f"{ours_large / ours:>9.1f}{ours / scan:>8.1f}{ours_large / scan_large:>8.2f}"
        print(f"{name:<20}{ours:>8.1f}{ours_large:>8.1f}{ratios}")
    return 0


def _in_turns(words: str) -> tuple[float, float]:
    """Return the middle of the milliseconds that the page takes, and that the scan takes."""
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    client, longest = Client(headers={"host": "127.0.0.1"}), max(words.split(), key=len)

    def search() -> None:
        answer = client.get("/kennis", {"zoek": words})
        if answer.status_code != 200:  # noqa: PLR2004 -- found
            raise RuntimeError(answer.status_code)

    def scan() -> None:
        with connection.cursor() as cursor:
            cursor.execute(SCAN, [f"%{longest}%"])

    _clock(search)  # whatever is made once is made before we count
    _clock(scan)
    turns = [(_clock(search), _clock(scan)) for _ in range(TURNS)]
    return median(ours for ours, _ in turns), median(scan for _, scan in turns)


def _clock(do: Callable[[], None]) -> float:
    began = time.perf_counter()
    do()
    return (time.perf_counter() - began) * 1000


def _fill(number: int, *, first: int) -> None:
    """Make pieces with eight parts and a decision aid of eight steps, and let the database count its words."""
    from django.db import connection  # noqa: PLC0415

    from verder.domain.guidance_parts import PartCode  # noqa: PLC0415
    from verder.guidance.models import AidAnswer, AidStep, PublicationPart  # noqa: PLC0415

    pick, sentences = random.Random(first), _sentences()  # noqa: S311 -- the same pieces every time
    for one in range(first, first + number):
        piece = _piece(one, pick.choice(sentences)[:140])
        PublicationPart.objects.bulk_create(
            PublicationPart(publication=piece, code=code, number=1, text=" ".join(pick.choices(sentences, k=8)))
            for code in list(PartCode)[1:9]
        )
        steps = AidStep.objects.bulk_create(
            AidStep(publication=piece, key=f"stap-{step}", position=step, title=pick.choice(sentences)[:140], text=" ")
            for step in range(STEPS)
        )
        AidAnswer.objects.bulk_create(
            AidAnswer(step=step, position=position, text=pick.choice(sentences)[:140], leads_to="stap-1")
            for step in steps
            for position in range(2)
        )
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _piece(number: int, title: str) -> Publication:
    from django.utils import timezone  # noqa: PLC0415

    from verder.domain.tlp import Tlp  # noqa: PLC0415
    from verder.guidance.models import Publication, PublicationKind, PublicationState  # noqa: PLC0415
    from verder.network.models import Person  # noqa: PLC0415

    writer, reader = (
        Person.objects.get_or_create(email=f"{role}@voorbeeld.example", defaults={"name": role})[0]
        for role in ("schrijver", "lezer")
    )
    return Publication.objects.create(
        kind=PublicationKind.ACTION_FRAMEWORK,
        title=title,
        summary="Voor wie hier mee te maken krijgt.",
        slug=f"stuk-{number}-{uuid.uuid4().hex[:6]}",
        tlp=Tlp.CLEAR,
        state=PublicationState.PUBLISHED,
        edition=1,
        written_by=writer,
        reviewed_by=reader,
        owner=writer,
        published_at=timezone.now(),
        review_on=timezone.localdate() + timedelta(days=365),
    )


def _sentences() -> list[str]:
    from verder.deliberation.starter import reading  # noqa: PLC0415

    texts = [part.text for piece in reading.guidance() for part in piece.parts]
    return [one.strip() for text in texts for one in re.split(r"(?<=[.?!])\s+", text) if len(one) > 20]  # noqa: PLR2004


if __name__ == "__main__":
    sys.exit(main())
