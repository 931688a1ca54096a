"""Guidance of an earlier version of the product comes through the migrations whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from verder.audit.record import Happening, record
from verder.domain.decision_aid import Answer, Step
from verder.guidance.models import Feedback, Publication
from verder.guidance.queries import aid_of, contacts_of, current_principle, parts_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
TEXT = "## Wat doet u?\n\nVraag eerst advies."


@pytest.fixture(autouse=True)
def _as_it_is_now() -> Iterator[None]:
    yield
    to_the_latest()


def back_to(name: str) -> Any:
    """Migrate guidance back, and return the models as they were then."""
    executor = MigrationExecutor(connection)
    executor.migrate([("guidance", name)])
    return MigrationExecutor(connection).loader.project_state([("guidance", name)]).apps


def to_the_latest() -> None:
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def people(apps: Any) -> tuple[Any, Any]:
    person = apps.get_model("network", "Person")
    return (
        person.objects.create(email="schrijver@voorbeeld.example", name="Schrijver"),
        person.objects.create(email="lezer@voorbeeld.example", name="Lezer"),
    )


def pieces(apps: Any, **more: Any) -> tuple[Any, Any]:
    """Write a published framework with an aid that goes round once, and a draft."""
    publication = apps.get_model("guidance", "Publication")
    writer, reader = people(apps)
    words = {"kind": "action_framework", "summary": "Kort.", "text": TEXT, "written_by": writer, **more}
    live = publication.objects.create(
        slug="delen-mag-vaak", title="Delen mag vaak", tlp="TLP:CLEAR", state="published", version=4,
        reviewed_by=reader, published_at=NOON, review_on=date(2027, 3, 2), **words,
    )  # fmt: skip
    draft = publication.objects.create(slug="concept", title="Een concept", state="draft", **words)
    step, answer = apps.get_model("guidance", "AidStep"), apps.get_model("guidance", "AidAnswer")
    first = step.objects.create(publication=live, key="gevaar", position=0, title="Is er nu gevaar?", text="Vandaag.")
    step.objects.create(publication=live, key="bel", position=1, title="Bel 112", is_outcome=True)
    answer.objects.create(step=first, position=0, text="Ja", hint="Meteen", leads_to="bel")
    answer.objects.create(step=first, position=1, text="Dat weet ik niet", leads_to="gevaar")
    return live, draft


AID = (
    Step("gevaar", "Is er nu gevaar?", "Vandaag.", answers=(
        Answer("Ja", "bel", "Meteen"), Answer("Dat weet ik niet", "gevaar")
    )),
    Step("bel", "Bel 112", is_outcome=True),
)  # fmt: skip


def test_pieces_from_before_parts_and_editions_keep_their_words_their_aid_and_their_address():
    live, draft = pieces(back_to("0004_find_guidance_by_its_letters"))
    for _published_and_once_more in range(2):
        record(Happening(action="publication.published", party="account", subject=live.key), at=NOON)

    to_the_latest()

    now, unfinished = Publication.objects.get(key=live.key), Publication.objects.get(key=draft.key)
    assert (now.slug, now.title, now.state, now.version) == ("delen-mag-vaak", "Delen mag vaak", "published", 4)
    assert (now.tlp, now.published_at, now.review_on) == ("TLP:CLEAR", NOON, date(2027, 3, 2))
    assert [part.text for part in parts_of(now)] == [TEXT]
    assert aid_of(now).steps == AID
    assert [now.owner.name, unfinished.owner.name] == ["Schrijver", "Schrijver"]
    assert [now.edition, unfinished.edition] == [2, 0]
    assert (now.experts_heard, now.experts, now.change) == (None, "", "")


def test_pieces_with_parts_a_principle_and_editions_keep_all_of_it_and_what_readers_told():
    apps = back_to("0007_feedback_from_readers")
    owner = apps.get_model("network", "Person").objects.create(email="eigenaar@voorbeeld.example", name="Eigenaar")
    live, draft = pieces(apps, owner=owner, experts_heard=True, experts="In een gesprek.")
    apps.get_model("guidance", "Publication").objects.filter(pk=live.pk).update(edition=2, change="Een stap erbij.")
    apps.get_model("guidance", "Publication").objects.filter(pk=draft.pk).update(
        state="earlier", edition=1, edition_of=live, tlp="TLP:CLEAR", published_at=NOON, review_on=date(2027, 3, 2),
        reviewed_by=live.reviewed_by,
    )  # fmt: skip
    route = apps.get_model("network", "UrgentRoute").objects.create(name="Veilig Thuis", situation="U twijfelt")
    live.contacts.add(route)
    apps.get_model("guidance", "PublicationPart").objects.create(
        publication=live, code="sharing", number=1, heading="Met wie?", text="Een collega.", ask_privacy_officer=True
    )
    apps.get_model("guidance", "Principle").objects.create(
        number=1, text="Wij kijken naar gedrag.", reason="Om te beginnen.", set_by=owner, set_at=NOON
    )
    apps.get_model("guidance", "Feedback").objects.create(
        publication=live, edition=2, verdict="helped", why="Het was duidelijk.", told_on=date(2026, 4, 1)
    )

    to_the_latest()

    now = Publication.objects.get(key=live.key)
    assert [(part.text, part.ask_privacy_officer) for part in parts_of(now)] == [(TEXT, False), ("Een collega.", True)]
    assert aid_of(now).steps == AID
    assert [one.name for one in contacts_of(now)] == ["Veilig Thuis"]
    assert [(one.edition, one.state) for one in now.editions.all()] == [(1, "earlier")]
    assert (now.owner.name, now.edition, now.change) == ("Eigenaar", 2, "Een stap erbij.")
    assert [(one.verdict, one.why, one.edition) for one in Feedback.objects.all()] == [
        ("helped", "Het was duidelijk.", 2)
    ]
    principle = current_principle()
    assert principle is not None
    assert principle.text == "Wij kijken naar gedrag."
