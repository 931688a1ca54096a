"""Files with a dilemma: choosing them, what the check says, who sees them, and how they are handed out."""

from __future__ import annotations

import re
import uuid

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from psycopg import sql

from tests import personas
from tests.factories import words
from tests.files import making
from tests.personas import as_actor, participant, secretary
from tests.signing_in import signed_in
from tests.web import step_ways
from tests.web.filling import PHONE, filled, opened, text_of
from verder.audit.models import Event
from verder.deliberation.actor import Intent
from verder.deliberation.models import Dilemma, DilemmaFile, Exemption
from verder.deliberation.operations import sharing
from verder.domain.tlp import Tlp
from verder.files.models import FileContent, StoredFile
from verder.web.files import uploads

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def chosen(content: bytes | None = None, name: str = "verslag.docx") -> SimpleUploadedFile:
    """Return a file as a browser sends it."""
    return SimpleUploadedFile(name, content or making.docx(), "application/octet-stream")


def add(client: Client, dilemma: Dilemma, *files: SimpleUploadedFile, **posted: str):
    """Add files on the submitter's own page."""
    data = {"request_key": str(uuid.uuid4()), "attachments": list(files), **posted}
    return client.post(f"/mijn-dilemma/{dilemma.number}/bestanden", data)


def add_as_clerk(client: Client, dilemma: Dilemma, *files: SimpleUploadedFile, **posted: str):
    """Add files in the work area."""
    data = {"request_key": str(uuid.uuid4()), "version": dilemma.version, "attachments": list(files), **posted}
    return client.post(f"/dilemmas/{dilemma.number}/bestanden", data)


def do(client: Client, link: DilemmaFile, what: str):
    """Press a button of the secretariat about a file."""
    dilemma = Dilemma.objects.get(pk=link.dilemma_id)
    data = {"request_key": str(uuid.uuid4()), "version": dilemma.version}
    return client.post(f"/dilemmas/{dilemma.number}/bestanden/{link.file.key}/{what}", data)


def answer_names(answer) -> list[str]:
    """Return the names under which the page asks what to do with each finding in a file."""
    return list(dict.fromkeys(re.findall(r'name="(file-[0-9a-f]{12})-seen"', answer.content.decode())))


def tables_that_hold(secret: bytes) -> list[str]:
    """Name the tables in which bytes or words stand somewhere."""
    found = []
    with connection.cursor() as cursor:
        for model in apps.get_models():
            name = sql.Identifier(model._meta.db_table)
            cursor.execute(sql.SQL("select string_agg(t::text, ' ') from {} t").format(name))
            text = cursor.fetchone()[0] or ""
            if secret.decode() in text or secret.hex() in text:
                found.append(model._meta.db_table)
    return found


def test_a_file_comes_in_with_a_dilemma_and_only_the_secretariat_reads_it(client):
    client.post("/inbrengen", {**filled(), "attachments": [chosen()]})

    link = DilemmaFile.objects.select_related("file").get()
    address = f"/dilemmas/{link.dilemma.number}/bestanden/{link.file.key}"
    assert (link.file.name, link.party, link.shared_at) == ("verslag.docx", "submitter", None)
    assert signed_in(secretary()).get(address).status_code == 200
    assert signed_in(participant()).get(address).status_code == 404
    assert client.get(address).status_code == 302


def test_a_file_is_handed_out_as_an_attachment_that_runs_nothing(client):
    client.post("/inbrengen", {**filled(), "attachments": [chosen()]})
    link = DilemmaFile.objects.get()

    answer = signed_in(secretary()).get(f"/dilemmas/{link.dilemma.number}/bestanden/{link.file.key}")

    assert answer.content == bytes(FileContent.objects.get().content)
    assert answer["Content-Disposition"] == 'attachment; filename="verslag.docx"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["Cache-Control"] == "no-store"


def test_who_fetches_what_may_not_travel_is_written_down(client):
    client.post("/inbrengen", {**filled(), "attachments": [chosen()]})
    link, clerk = DilemmaFile.objects.get(), secretary()

    signed_in(clerk).get(f"/dilemmas/{link.dilemma.number}/bestanden/{link.file.key}")

    assert Event.objects.get(action="dilemma.read").actor == clerk.opaque_id


def test_a_number_in_a_file_stops_it_and_nothing_of_it_is_stored(client):
    secret = "Zandkenmerk"
    found = chosen(making.docx(f"{secret} bel {PHONE} gerust."))

    answer = client.post("/inbrengen", {**filled(own_view="Ik vind dit moeilijk."), "attachments": [found]})

    page = text_of(answer)
    assert answer.status_code == 422
    assert f"{secret} bel {PHONE} gerust." in page
    assert "Pas het bestand aan en voeg het opnieuw toe." in page
    assert "Kies uw bestand opnieuw." in page
    assert "Ik vind dit moeilijk." in page
    assert tables_that_hold(secret.encode()) == []
    assert not Dilemma.objects.exists()


def test_with_a_reason_and_the_file_chosen_again_it_is_taken_in(client):
    content = making.docx(f"Bel {PHONE}.")
    name = answer_names(client.post("/inbrengen", {**filled(), "attachments": [chosen(content)]}))[0]
    said = {name: "keep", f"{name}-reason": "Een nummer als voorbeeld."}

    answer = client.post("/inbrengen", {**filled(**said), "attachments": [chosen(content)]})

    assert answer.status_code == 200
    assert StoredFile.objects.count() == 1
    exemption = Exemption.objects.get()
    assert (exemption.field, exemption.label, exemption.reason) == ("file", "PHONE", "Een nummer als voorbeeld.")
    page = signed_in(secretary()).get(f"/dilemmas/{Dilemma.objects.get().number}")
    assert "Telefoonnummer, bestand" in text_of(page)


@pytest.mark.parametrize("reason", ["", f"Bel mij op {PHONE}."])
def test_a_finding_is_not_kept_without_a_reason_that_is_clean_itself(client, reason):
    dilemma, content = opened(client), making.docx(f"Bel {PHONE}.")
    name = answer_names(add(client, dilemma, chosen(content)))[0]

    answer = add(client, dilemma, chosen(content), **{name: "keep", f"{name}-reason": reason})

    assert answer.status_code == 422
    assert (
        "Schrijf op waarom" in text_of(answer) if not reason else "Ook in uw uitleg vonden wij iets" in text_of(answer)
    )
    assert not StoredFile.objects.exists()


def test_a_real_account_number_in_a_file_can_never_stay(client):
    dilemma, content = opened(client), making.docx("Rekening NL91ABNA0417164300.")
    answer = add(client, dilemma, chosen(content))
    name = answer_names(answer)[0]

    again = add(client, dilemma, chosen(content), **{name: "keep", f"{name}-reason": "Het mag."})

    assert "Dit kan nooit blijven staan. Haal het uit het bestand." in text_of(answer)
    assert again.status_code == 422
    assert not StoredFile.objects.exists()


def test_a_number_in_the_name_of_a_file_is_found_too(client):
    answer = add(client, opened(client), chosen(name=f"gesprek_{PHONE}.docx"))

    assert answer.status_code == 422
    assert "In de naam van het bestand:" in text_of(answer)


def test_of_very_many_findings_a_part_is_shown_and_the_rest_is_counted(client):
    numbers = " ".join(f"Bel 06-1234{number:04}." for number in range(1000, 1045))

    answer = add(client, opened(client), chosen(making.docx(numbers)))

    assert len(answer_names(answer)) == 40
    assert "Er zijn nog 5 vondsten, die hier niet staan." in text_of(answer)


REFUSALS = {
    "a text": (b"gewoon tekst", "dit soort bestand nemen wij niet aan"),
    "a locked PDF": (making.locked_pdf(), "er zit een wachtwoord of slot op"),
    "half a PDF": (making.plain_pdf()[:300], "het is niet te lezen"),
    "nothing": (b"", "er staat niets in"),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_a_file_that_is_not_taken_in_says_why_and_what_to_do(client, name):
    content, why = REFUSALS[name]

    answer = add(client, opened(client), SimpleUploadedFile("stuk.pdf", content))

    assert answer.status_code == 422
    assert f"‘stuk.pdf’ is niet toegevoegd: {why}" in text_of(answer)
    assert "Kies uw bestand opnieuw." in text_of(answer)


def test_the_name_of_a_refused_file_is_not_repeated_when_it_holds_a_number(client):
    answer = add(client, opened(client), chosen(b"tekst", f"{PHONE}.pdf"))

    assert "Dit bestand is niet toegevoegd" in text_of(answer)
    assert PHONE not in text_of(answer)


def test_a_file_that_is_too_large_is_thrown_away_and_the_rest_stays(client, settings):
    settings.FILE_MOST_BYTES = 1000

    answer = client.post("/inbrengen", {**filled(question="Mag dit?"), "attachments": [chosen(b"x" * 100_000)]})

    assert answer.status_code == 422
    assert "het is te groot" in text_of(answer)
    assert "Mag dit?" in answer.content.decode()


def test_more_files_than_three_at_once_are_refused(client):
    answer = add(client, opened(client), *[chosen() for _ in range(4)])

    assert answer.status_code == 422
    assert "U koos 4 bestanden. Kies er ten hoogste 3 tegelijk." in text_of(answer)


def test_without_a_file_there_is_nothing_to_add(client):
    answer = add(client, opened(client))

    assert answer.status_code == 422
    assert "Kies eerst een bestand." in text_of(answer)


def test_a_request_that_announces_too_much_is_not_read(client, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_BODY", 1000)

    answer = client.post("/inbrengen", {**filled(), "attachments": [chosen(b"x" * 5000)]})

    assert answer.status_code == 413
    assert "Dit is te groot om te ontvangen" in text_of(answer)


def test_a_page_that_takes_no_files_never_holds_one(client):
    dilemma = opened(client)

    answer = client.post(
        f"/mijn-dilemma/{dilemma.number}/bericht",
        {"text": "Er is nieuws.", "request_key": str(uuid.uuid4()), "attachments": [chosen()]},
    )

    assert answer.status_code == 302
    assert not StoredFile.objects.exists()


def test_the_form_with_files_is_safe_against_other_sites():
    strict = Client(enforce_csrf_checks=True)

    answer = strict.post("/inbrengen", {**filled(), "attachments": [chosen()]})

    assert answer.status_code == 403


def test_the_same_form_sent_twice_adds_a_file_once(client):
    dilemma, key = opened(client), str(uuid.uuid4())

    for _ in range(2):
        assert add(client, dilemma, chosen(), request_key=key).status_code == 302

    assert StoredFile.objects.count() == 1


def test_a_dilemma_holds_ten_files(client):
    dilemma = opened(client)
    for _ in range(3):
        add(client, dilemma, chosen(), chosen(), chosen())

    answer = add(client, dilemma, chosen(), chosen())

    assert answer.status_code == 409
    assert "bij een dilemma passen 10 bestanden" in text_of(answer)
    assert StoredFile.objects.count() == 9


def test_a_submitter_fetches_and_destroys_their_own_file(client):
    dilemma = opened(client)
    add(client, dilemma, chosen())
    link = DilemmaFile.objects.get()
    address = f"/mijn-dilemma/{dilemma.number}/bestanden/{link.file.key}"

    fetched = client.get(address)
    asked = client.get(f"{address}/weg")
    said = {"request_key": str(uuid.uuid4())}
    removed, again = (client.post(f"{address}/weg", said) for _click in range(2))

    assert fetched.status_code == 200
    assert "Wilt u ‘verslag.docx’ weghalen?" in text_of(asked)
    assert removed["Location"] == again["Location"] == f"/mijn-dilemma/{dilemma.number}/bestanden"
    assert client.get(address).status_code == 404
    assert not FileContent.objects.exists()
    assert Client().get(address).status_code == 302


def test_a_file_of_the_secretariat_is_not_the_submitters_to_destroy(client):
    dilemma = opened(client)
    add_as_clerk(signed_in(secretary()), dilemma, chosen())
    link = DilemmaFile.objects.get()
    address = f"/mijn-dilemma/{dilemma.number}/bestanden/{link.file.key}"

    assert client.get(address).status_code == 200
    assert client.get(f"{address}/weg").status_code == 404


def test_what_the_secretariat_has_yet_to_look_at_is_not_shown_to_the_submitter(client):
    dilemma, clerk = opened(client), signed_in(secretary())
    add_as_clerk(clerk, dilemma, chosen(making.png(), "tekening.png"))
    link = DilemmaFile.objects.get()
    address = f"/mijn-dilemma/{dilemma.number}/bestanden/{link.file.key}"

    before = client.get(address).status_code
    do(clerk, link, "gezien")

    assert (before, client.get(address).status_code) == (404, 200)


def test_a_scan_waits_for_a_person_before_it_can_be_shared(client):
    dilemma, person = opened(client), secretary()
    clerk = signed_in(person)
    add(client, dilemma, chosen(making.scan_pdf(), "scan.pdf"))
    link, at = DilemmaFile.objects.get(), step_ways.NOW
    sharing.prepare_shared_version(dilemma.number, words=words(), actor=as_actor(person, at), at=at, intent=Intent())

    page = clerk.get(f"/dilemmas/{dilemma.number}/bestanden")
    refused = do(clerk, link, "deel")
    do(clerk, link, "gezien")
    shared = do(clerk, link, "deel")

    assert "Dit kan niet worden gecontroleerd; een mens moet kijken." in text_of(page)
    assert refused.status_code == 409
    assert "niemand heeft dit bestand nog bekeken" in text_of(refused)
    assert shared.status_code == 302
    assert "scan.pdf" in client.get(f"/mijn-dilemma/{dilemma.number}/gedeelde-tekst").content.decode()


def test_a_shared_file_is_read_by_who_reads_the_dilemma_once_the_submitter_saw_it():
    person, reader = secretary(), personas.participant()
    dilemma, clerk = step_ways.waiting(person), signed_in(person)
    Dilemma.objects.filter(pk=dilemma.pk).update(tlp=Tlp.GREEN)
    dilemma.refresh_from_db()
    add_as_clerk(clerk, dilemma, chosen())
    link = DilemmaFile.objects.get()
    address = f"/dilemmas/{dilemma.number}/bestanden/{link.file.key}"
    community = signed_in(reader)

    unshared = community.get(address).status_code
    do(clerk, link, "deel")
    unseen = community.get(address).status_code
    sharing.state_how_seen(
        dilemma.number, how=sharing.HowSeen.BY_TELEPHONE, actor=as_actor(person, step_ways.NOW), at=step_ways.NOW,
        intent=Intent(),
    )  # fmt: skip
    seen = community.get(address).status_code
    listed = "verslag.docx" in community.get(f"/dilemmas/{dilemma.number}").content.decode()
    do(clerk, link, "niet-delen")

    assert (unshared, unseen, seen, listed) == (404, 404, 200, True)
    assert community.get(address).status_code == 404
    assert "verslag.docx" not in community.get(f"/dilemmas/{dilemma.number}").content.decode()


def test_the_secretariat_destroys_a_file(client):
    dilemma, clerk = opened(client), signed_in(secretary())
    add(client, dilemma, chosen())
    link = DilemmaFile.objects.get()

    page = f"/dilemmas/{dilemma.number}/bestanden"

    asked = clerk.get(f"{page}/{link.file.key}/weg")
    do(clerk, link, "weg")

    assert "verslag.docx" in text_of(asked)
    assert not FileContent.objects.exists()
    assert [do(clerk, link, what)["Location"] for what in ("weg", "deel")] == [page, page]
    assert "Er zijn geen bestanden." in text_of(clerk.get(f"/dilemmas/{dilemma.number}/bestanden"))


@pytest.mark.parametrize("page", ["bestanden"])
def test_the_page_of_the_secretariat_exists_for_nobody_else(client, page):
    dilemma = opened(client)

    assert signed_in(personas.platform_chair()).get(f"/dilemmas/{dilemma.number}/{page}").status_code == 404


def test_a_clerk_reads_why_a_file_was_not_taken_in_and_when_there_is_no_room(client):
    dilemma, clerk = opened(client), signed_in(secretary())
    for _ in range(3):
        add_as_clerk(clerk, dilemma, chosen(), chosen(), chosen())

    broken = add_as_clerk(clerk, dilemma, chosen(b"x"))
    full = add_as_clerk(clerk, dilemma, chosen(), chosen())

    assert (broken.status_code, full.status_code) == (422, 409)
    assert "bij een dilemma passen 10 bestanden" in text_of(full)


def test_the_same_form_of_a_clerk_sent_twice_adds_a_file_once(client):
    dilemma, clerk, key = opened(client), signed_in(secretary()), str(uuid.uuid4())

    for _ in range(2):
        assert add_as_clerk(clerk, dilemma, chosen(), request_key=key).status_code == 302

    assert StoredFile.objects.count() == 1


@pytest.mark.parametrize("files", [1, 3])
def test_the_pages_with_files_ask_the_same_of_the_database_for_one_and_for_three(
    client, django_assert_num_queries, files
):
    dilemma, clerk = opened(client), signed_in(secretary())
    add(client, dilemma, *[chosen() for _ in range(files)])
    clerk.get(f"/dilemmas/{dilemma.number}/bestanden")

    with django_assert_num_queries(2):
        assert client.get(f"/mijn-dilemma/{dilemma.number}/bestanden").content.count(b"verslag.docx</a>") == files
    with django_assert_num_queries(5):
        clerk.get(f"/dilemmas/{dilemma.number}/bestanden")


@pytest.mark.parametrize(
    ("address", "says"), [("", "Er is geen virusscanner."), ("/nowhere/clamd", "De virusscanner geeft geen antwoord.")]
)
def test_the_office_says_whether_files_are_scanned(settings, address, says):
    settings.CLAMD = address

    assert says in text_of(signed_in(secretary()).get("/beheer"))


def test_without_the_scanner_that_should_be_there_a_file_is_refused_with_that_reason(client, settings):
    settings.CLAMD = "/nowhere/clamd"

    answer = add(client, opened(client), chosen())

    assert "de virusscanner geeft geen antwoord. Probeer het later nog eens." in text_of(answer)
