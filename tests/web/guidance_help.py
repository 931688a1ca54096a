"""Guidance for tests of pages."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from tests.factories import checked
from tests.guidance.pieces import decided, made_ready
from tests.personas import secretary
from verder.domain.tlp import Tlp
from verder.guidance.models import Publication, PublicationKind
from verder.guidance.operations import publish
from verder.network.models import Person
from verder.network.standing import standing_of

NOW = timezone.now()
TODAY = timezone.localdate(NOW)
YEAR = timedelta(days=365)
TEXT = """# Wanneer gebruikt u dit?

U denkt dat een minderjarige *samenleeft* als getrouwd. Een **zorg** is genoeg.

### Wat kunt u zien?

- Iemand komt steeds minder op school.
- Iemand is nooit alleen als u belt.

# Wat mag u delen?

Vraag [advies](https://www.rijksoverheid.nl/advies) zonder naam. <b>Niet</b> [zo](javascript:alert(1)).

# Wat mag u delen?

1. Eerst dit.
2. Dan dat.
"""


def written(
    title: str = "Delen mag vaak",
    *,
    by: Person | None = None,
    text: str = TEXT,
    kind: PublicationKind = PublicationKind.ACTION_FRAMEWORK,
) -> Publication:
    """Write a draft."""
    words = publish.Draft(kind, checked(title), checked("Dit kader helpt u beslissen."), checked(text))
    return publish.write(words, standing=standing_of(by or secretary(), TODAY), at=NOW)


def asked_to_read(draft: Publication, reader: Person) -> Publication:
    """Let the writer of a draft ask somebody to read it."""
    standing = standing_of(draft.written_by, TODAY)
    return publish.ask_second_reader(draft.key, reader, version=draft.version, standing=standing, at=NOW)


def published(
    title: str = "Delen mag vaak",
    *,
    tlp: Tlp = Tlp.CLEAR,
    at: datetime = NOW,
    until: timedelta = YEAR,
    text: str = TEXT,
    kind: PublicationKind = PublicationKind.ACTION_FRAMEWORK,
) -> Publication:
    """Write a draft and let somebody else publish it."""
    return publish.publish(
        made_ready(written(title, text=text, kind=kind)).key,
        decided(timezone.localdate(at) + until, tlp),
        version=1,
        standing=standing_of(secretary(), TODAY),
        at=at,
    )
