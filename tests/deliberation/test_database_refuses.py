"""The database holds the ladder a second time: what goes round the operations, in raw SQL, is refused."""

from __future__ import annotations

import pgtrigger
import pytest
from django.db import DatabaseError, connection, transaction

from tests import factories
from tests.deliberation.acts import Scene, scene_of
from tests.domain.table import RESPONSIBLE, ROWS
from verder.audit.models import Event
from verder.deliberation.models import Dilemma
from verder.domain.rungs import ENDS, Rung

MOVES = {(source, row.target) for row in ROWS if row.target for source in row.sources if source}
UNDER_WAY = "ended_at = NULL, ended_by = '', merged_into_id = NULL"
CHANGE = "UPDATE deliberation_dilemma SET {}"
ENDED = "next_date = NULL, responsible = '', ended_at = now(), ended_by = 'resolve', look_again_on = '2027-01-01'"


def run(*statements: str) -> None:
    """Run raw SQL in one transaction, up to where the database judges everything that it holds."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for statement in statements:
            cursor.execute(statement)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def arrival(rung: Rung) -> str:
    """Return an assignment of every column that belongs to a rung, so that only the move itself can be wrong."""
    if rung in ENDS:
        return CHANGE.format(f"rung = '{rung}', {ENDED}, merged_into_id = {'id' if rung is Rung.MERGED else 'NULL'}")
    held = f"next_date = '2026-04-01', responsible = '{RESPONSIBLE[rung]}'"
    return CHANGE.format(f"rung = '{rung}', {held}, {UNDER_WAY}")


@pytest.mark.django_db
@pytest.mark.parametrize("source", list(Rung))
def test_only_the_moves_of_the_ladder_are_let_through(source: Rung) -> None:
    stand_on(source)

    let_through = {target for target in Rung if _is_let_through(arrival(target))}

    assert let_through == {target for start, target in MOVES if start == source} | {source}


@pytest.mark.django_db
@pytest.mark.parametrize("rung", sorted(set(Rung) - {Rung.INTAKE}))
def test_a_dilemma_begins_at_intake_and_nowhere_else(rung: Rung) -> None:
    dilemma = factories.dilemma_at_intake()
    ends = rung in ENDS
    columns = (
        f"gen_random_uuid(), '2026-999', '{rung}', {'NULL' if ends else 'current_date'}, "
        f"'{'' if ends else RESPONSIBLE[rung]}', tlp, presenter, '', now(), now(), "
        f"{'now()' if ends else 'NULL'}, '{'resolve' if ends else ''}', 0"
    )

    with pytest.raises(DatabaseError, match="a dilemma starts at intake"):
        run(
            "INSERT INTO deliberation_dilemma (key, number, rung, next_date, responsible, tlp, presenter, "  # noqa: S608
            "public_title, submitted_at, moved_at, ended_at, ended_by, version) "
            f"SELECT {columns} FROM deliberation_dilemma WHERE id = {dilemma.pk}"
        )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ("next_date = NULL", "dilemma_under_way_has_its_party_and_next_date"),
        ("responsible = ''", "dilemma_under_way_has_its_party_and_next_date"),
        ("responsible = 'council'", "dilemma_under_way_has_its_party_and_next_date"),
        ("rung = 'nowhere'", "Invalid transition"),
        ("ended_at = now()", "dilemma_under_way_has_not_ended"),
        ("ended_by = 'resolve'", "dilemma_under_way_has_not_ended"),
        ("rung = 'declined'", "dilemma_at_its_end_waits_for_nobody"),
        ("merged_into_id = id", "dilemma_merged_names_what_it_joined"),
        (f"rung = 'merged', {ENDED}", "dilemma_merged_names_what_it_joined"),
        (f"rung = 'declined', {ENDED}, next_date = current_date", "multiple assignments"),
        (f"rung = 'declined', {ENDED.replace('now()', 'NULL')}", "dilemma_at_its_end_waits_for_nobody"),
        (f"rung = 'declined', {ENDED.replace(chr(39) + 'resolve' + chr(39), chr(39) * 2)}", "dilemma_at_its_end"),
        ("tlp = 'TLP:WHITE'", "dilemma_label_is_known"),
        ("number = NULL", "null value in column"),
    ],
)
def test_a_dilemma_that_would_be_lost_is_refused(change: str, complaint: str) -> None:
    dilemma = factories.dilemma_at_intake()

    with pytest.raises(DatabaseError, match=complaint):
        run(CHANGE.format(change))

    assert factories.fresh(dilemma) == dilemma


@pytest.mark.django_db
def test_an_unsolved_dilemma_has_a_date_to_look_again() -> None:
    stand_on(Rung.COUNCIL)

    with pytest.raises(DatabaseError, match="dilemma_unsolved_has_a_date_to_look_again"):
        run(arrival(Rung.UNSOLVED).replace("look_again_on = '2027-01-01'", "look_again_on = NULL"))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("statement", "complaint"),
    [
        ("DELETE FROM deliberation_dilemma", "Cannot delete rows"),
        ("TRUNCATE deliberation_dilemma CASCADE", "dilemmas are kept"),
    ],
)
def test_a_dilemma_is_never_thrown_away(statement: str, complaint: str) -> None:
    dilemma = factories.dilemma_at_intake()

    with pytest.raises(DatabaseError, match=complaint):
        run(statement)

    assert Dilemma.objects.filter(pk=dilemma.pk).exists()


@pytest.mark.django_db
def test_a_legal_move_without_an_event_is_refused_when_the_transaction_ends() -> None:
    factories.dilemma_at_intake()

    with pytest.raises(DatabaseError, match="is not what its events add up to"):
        run(arrival(Rung.AWAITING_PLATFORM))


@pytest.mark.django_db
def test_a_move_with_the_event_of_another_move_is_refused() -> None:
    dilemma = factories.dilemma_at_intake()

    with pytest.raises(DatabaseError, match="is not what its events add up to"):
        run(arrival(Rung.AWAITING_PLATFORM), _event(dilemma, Rung.DECLINED))


@pytest.mark.django_db
def test_a_move_with_its_own_event_is_let_through() -> None:
    dilemma = factories.dilemma_at_intake()

    run(arrival(Rung.AWAITING_PLATFORM), _event(dilemma, Rung.AWAITING_PLATFORM))

    assert factories.fresh(dilemma).rung == Rung.AWAITING_PLATFORM


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_the_real_end_of_a_transaction_refuses_a_move_without_an_event() -> None:
    dilemma = factories.dilemma_at_intake()

    with pytest.raises(DatabaseError, match="is not what its events add up to"), transaction.atomic():
        _execute(arrival(Rung.AWAITING_PLATFORM))

    assert factories.fresh(dilemma).rung == Rung.INTAKE
    assert Event.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("operation", "statement", "complaint"),
    [
        (
            "council.commit",
            (
                "INSERT INTO deliberation_agendaitem "
                "(key, meeting_id, position, number, purpose, kind, minutes, annotation, title, state) "
                "SELECT gen_random_uuid(), meeting_id, place, 7, '', kind, 0, '', 'x', state "
                "FROM deliberation_agendaitem, generate_series(98, 99) place"
            ),
            "agenda_item_has_a_number_of_its_own",
        ),
        (
            "council.commit",
            (
                "INSERT INTO deliberation_agendaitem "
                "(key, meeting_id, position, purpose, kind, minutes, annotation, dilemma_id, title, state) "
                "SELECT gen_random_uuid(), meeting_id, 99, '', kind, 0, '', dilemma_id, '', state "
                "FROM deliberation_agendaitem WHERE state = 'open' AND dilemma_id IS NOT NULL"
            ),
            "agenda_item_to_decide_once_per_dilemma",
        ),
        (
            "council.commit",
            "UPDATE deliberation_agendaitem SET dilemma_id = NULL",
            "agenda_item_is_about_something",
        ),
        (
            "groups.escalate",
            (
                "INSERT INTO deliberation_serveddilemma (group_id, dilemma_id, since, verdict) "
                "SELECT group_id, dilemma_id, since, '' FROM deliberation_serveddilemma"
            ),
            "served_dilemma_by_one_group_at_a_time",
        ),
        (
            "groups.escalate",
            "UPDATE deliberation_serveddilemma SET until = now()",
            "served_dilemma_done_has_a_verdict",
        ),
        (
            "groups.escalate",
            "UPDATE deliberation_workinggroup SET structural_reason = 'nuttig'",
            "working_group_that_stays_has_reason_and_end",
        ),
        (
            "groups.escalate",
            (
                "INSERT INTO deliberation_brought (dilemma_id, body_id, at) "
                "SELECT dilemma_id, body_id, at FROM deliberation_brought"
            ),
            "brought_once_to_a_body",
        ),
        (
            "commitments.keep_commitment",
            "UPDATE deliberation_commitment SET organisation_id = NULL",
            "commitment_is_kept_in_a_forum_or_an_organisation",
        ),
        (
            "commitments.keep_commitment",
            "UPDATE deliberation_commitment SET state = 'done'",
            "commitment_settled_has_its_time",
        ),
        (
            "commitments.keep_commitment",
            "UPDATE deliberation_commitment SET state = 'dropped', settled_at = now()",
            "commitment_dropped_has_a_reason",
        ),
        (
            "sharing.state_how_seen",
            "UPDATE deliberation_sharedversion SET seen_at = now()",
            "shared_version_seen_says_how",
        ),
        (
            "sharing.state_how_seen",
            "UPDATE deliberation_submitter SET email = ''",
            "submitter_address_confirmed_is_given",
        ),
        (
            "sharing.name_reader",
            (
                "INSERT INTO deliberation_namedreader (dilemma_id, person_id, at) "
                "SELECT dilemma_id, person_id, at FROM deliberation_namedreader"
            ),
            "named_reader_once",
        ),
        (
            "exchange.proceed",
            "UPDATE deliberation_message SET party = 'platform'",
            "message_is_from_submitter_or_secretariat",
        ),
        (
            "exchange.proceed",
            (
                "INSERT INTO deliberation_stepwords (dilemma_id, event, need, text) "
                "SELECT dilemma_id, event, need, 'x' FROM deliberation_stepwords"
            ),
            "step_words_once_per_need",
        ),
        ("exchange.proceed", "UPDATE deliberation_tally SET place = 'intake'", "tally_once_per_place_and_year"),
    ],
)
def test_nonsense_round_a_dilemma_is_refused(operation: str, statement: str, complaint: str) -> None:
    scene: Scene = scene_of(operation)

    with pytest.raises(DatabaseError, match=complaint):
        run(statement)

    assert scene.dilemma is not None


def stand_on(rung: Rung) -> None:
    """Put a dilemma on a rung at once, with an event that says so."""
    dilemma = factories.dilemma_at_intake()
    with pgtrigger.ignore("deliberation.Dilemma:climbs_the_ladder"):
        run(arrival(rung), _event(dilemma, rung))


def _execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _is_let_through(statement: str) -> bool:
    try:
        with transaction.atomic():
            _execute(statement)
            transaction.set_rollback(True)
    except DatabaseError as refused:
        assert "Invalid transition" in str(refused)  # noqa: PT017 -- nothing else may be wrong with it
        return False
    return True


def _event(dilemma: Dilemma, rung: Rung) -> str:
    return (
        "INSERT INTO audit_event (key, at, party, action, subject_kind, subject, result, from_rung, to_rung, details) "  # noqa: S608
        f"VALUES (gen_random_uuid(), now(), 'secretariat', 'step.admit', 'dilemma', '{dilemma.key}', 'done', "
        f"'{dilemma.rung}', '{rung}', '{{}}')"
    )
