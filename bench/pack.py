"""`python -m bench.pack`: what it costs to make a pack of forty items and a hundred pages of papers."""

from __future__ import annotations

import sys
import time
import uuid
from datetime import timedelta
from io import BytesIO

from bench.own_database import in_own_database

ITEMS, PAPERS, PAGES = 40, 25, 4
WORDS = "Dit is een bladzijde van een notitie over de regie, met mogelijkheden die naast elkaar staan. "


def main() -> int:
    """Make a meeting in a database of its own, bind its pack three times, and print what each took."""
    return in_own_database(measure)


def measure() -> int:
    """Bind and print."""
    from pypdf import PdfReader  # noqa: PLC0415

    from verder.deliberation.models import MeetingPack  # noqa: PLC0415
    from verder.web import jobs  # noqa: PLC0415

    meeting = _meeting()
    for turn in range(3):
        began = time.perf_counter()
        jobs.make_pack(str(meeting))
        took = time.perf_counter() - began
        content = bytes(MeetingPack.objects.get().content or b"")
        pages = len(PdfReader(BytesIO(content)).pages)
        print(f"turn {turn + 1}: {took:.1f} s, {pages} pages, {len(content) / 1e6:.1f} MB")
    return 0


def _meeting() -> uuid.UUID:
    import typst  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from verder.deliberation.actor import Actor, Intent  # noqa: PLC0415
    from verder.deliberation.models import ItemKind, Meeting  # noqa: PLC0415
    from verder.deliberation.operations import agenda, packs, papers, planning  # noqa: PLC0415
    from verder.deliberation.operations.meetings import Plan  # noqa: PLC0415
    from verder.files.checked import clear_file, read_file  # noqa: PLC0415
    from verder.network.models import Body, BodyKind, Membership, Person  # noqa: PLC0415
    from verder.network.standing import standing_of  # noqa: PLC0415
    from verder.textcheck import clear  # noqa: PLC0415

    at, nothing = timezone.now(), frozenset[str]()
    clerk = Person.objects.create(email="meting@verder.example", name="Meting")
    office, _made = Body.objects.get_or_create(kind=BodyKind.SECRETARIAT, defaults={"name": "Secretariaat"})
    platform, _made = Body.objects.get_or_create(kind=BodyKind.PLATFORM, defaults={"name": "Landelijk Platform"})
    Membership.objects.create(body=office, person=clerk, starts_on=timezone.localdate())
    actor = Actor(standing_of(clerk, timezone.localdate()))
    plan = Plan(starts_at=at + timedelta(days=7), place="Utrecht")
    meeting = planning.plan_meeting(platform, plan, actor=actor, at=at)
    paper = bytes(typst.compile("#pagebreak()".join([WORDS * 30] * PAGES).encode()))
    file = clear_file(read_file("notitie.pdf", paper, most=10_000_000, scanner=""), allowed=nothing)
    for number in range(1, ITEMS + 1):
        title = clear(f"Onderwerp {number}", allowed=nothing)
        now = Meeting.objects.get(pk=meeting.pk)
        item = agenda.add_item(now, title=title, kind=ItemKind.DISCUSSION, actor=actor, at=at, intent=Intent())
        if number <= PAPERS:
            papers.add_paper(item.key, file=file, title=title, actor=actor, at=at, intent=Intent())
    packs.ask_for_pack(meeting.key, actor=actor, at=at, intent=Intent())
    return meeting.key


if __name__ == "__main__":
    sys.exit(main())
