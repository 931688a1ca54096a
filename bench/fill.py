"""Fills a database with dilemmas that have a journey and a conversation behind them.

It writes rows straight into the tables, past the operations and their triggers, because a hundred thousand dilemmas
taken step by step would take hours. Six in ten were resolved and one was not; the others stand evenly on nine rungs.
"""

from __future__ import annotations

from django.db import connection

RUNG_OF = """
    CASE WHEN n %% 10 < 6 THEN 'resolved' WHEN n %% 10 = 6 THEN 'unsolved'
        ELSE (ARRAY['intake', 'awaiting_submitter', 'awaiting_platform', 'platform', 'awaiting_working_group',
            'working_group', 'awaiting_council', 'council', 'follow_up'])[1 + (n / 10) %% 9] END
"""
PARTY_OF = """
    CASE WHEN rung IN ('resolved', 'unsolved') THEN '' WHEN rung = 'awaiting_submitter' THEN 'submitter'
        WHEN rung IN ('platform', 'working_group', 'council') THEN rung ELSE 'secretariat' END
"""
LABEL_OF = "(ARRAY['TLP:AMBER+STRICT', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'])[1 + n %% 5]"
WORDS = "Mag ik dit delen met een andere organisatie als niemand anders iets doet? "
STORY = WORDS * 8

DILEMMAS = f"""
    INSERT INTO deliberation_dilemma (key, number, rung, next_date, responsible, tlp, presenter, public_title,
        submitted_at, moved_at, admitted_at, ended_at, ended_by,
        look_again_on, version)
    SELECT key, number, rung, CASE WHEN {PARTY_OF} <> '' THEN current_date - 5 + (n / 10 %% 60) END, {PARTY_OF}, tlp,
        'secretariat', '', at, at, CASE WHEN rung NOT IN ('intake', 'awaiting_submitter') THEN at END,
        CASE WHEN {PARTY_OF} = '' THEN at END,
        CASE rung WHEN 'resolved' THEN 'resolve' WHEN 'unsolved' THEN 'close_unsolved' ELSE '' END,
        CASE WHEN rung = 'unsolved' THEN current_date - 5 + (n %% 400) END, 5
    FROM (SELECT n, gen_random_uuid() AS key, 'B-' || n AS number, {RUNG_OF} AS rung, {LABEL_OF} AS tlp,
        now() - make_interval(mins => n * 5) AS at FROM generate_series(%(start)s, %(stop)s) AS n) AS made
"""
EVENTS = """
    INSERT INTO audit_event (key, at, party, action, subject_kind, subject, result, from_rung, to_rung, details)
    SELECT gen_random_uuid(), d.submitted_at + make_interval(days => step), 'secretariat',
        CASE step WHEN 0 THEN 'step.submit' ELSE 'step.admit' END, 'dilemma', d.key, 'done',
        CASE step WHEN 0 THEN '' ELSE 'intake' END, CASE step WHEN 0 THEN 'intake' ELSE d.rung END, '{}'
    FROM deliberation_dilemma d CROSS JOIN generate_series(0, 3) AS step
    WHERE d.number LIKE 'B-%%' AND d.id > %(after)s ORDER BY d.id, step
"""
NARRATIVE = """
    INSERT INTO deliberation_{table} (dilemma_id, question, situation, involved, one_side, other_side, options,
        own_view, tried, blocked, asked, decides{columns})
    SELECT id, %(words)s, %(story)s, %(words)s, %(words)s, %(words)s, %(words)s, '', %(words)s, %(words)s, %(words)s,
        ''{values} FROM deliberation_dilemma WHERE number LIKE 'B-%%' AND id > %(after)s
"""
SUBMITTERS = """
    INSERT INTO deliberation_submitter (dilemma_id, channel, role, name, organisation, known_to, receipt_hash, email,
        wants_mail)
    SELECT id, 'form', 'leerplichtambtenaar', '', '', 'secretariat', number, '', true
    FROM deliberation_dilemma WHERE number LIKE 'B-%%' AND id > %(after)s
"""
MESSAGES = """
    INSERT INTO deliberation_message (key, dilemma_id, party, text, at, read_at)
    SELECT gen_random_uuid(), d.id, CASE turn %% 2 WHEN 0 THEN 'secretariat' ELSE 'submitter' END, %(words)s,
        d.submitted_at, CASE WHEN turn %% 2 = 0 OR d.id %% 50 <> 0 THEN d.submitted_at END
    FROM deliberation_dilemma d CROSS JOIN generate_series(0, 3) AS turn
    WHERE d.number LIKE 'B-%%' AND d.id > %(after)s
"""
BROUGHT = """
    INSERT INTO deliberation_brought (dilemma_id, body_id, at)
    SELECT d.id, b.id, d.submitted_at FROM deliberation_dilemma d, network_body b
    WHERE d.number LIKE 'B-%%' AND d.id > %(after)s AND b.kind = 'platform'
        AND d.rung NOT IN ('intake', 'awaiting_submitter', 'awaiting_platform')
"""
TALLIES = """
    INSERT INTO deliberation_tally (place, year, number)
    SELECT place, year, count(*) FROM (SELECT CASE WHEN ended_by = '' THEN rung ELSE ended_by END AS place,
        CASE WHEN ended_by = '' THEN 0 ELSE extract(year FROM ended_at)::int END AS year
        FROM deliberation_dilemma) AS placed GROUP BY place, year
"""


def fill(total: int, *, prepared_by: int) -> None:
    """Bring the number of made-up dilemmas up to `total`, and count them anew."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("SELECT count(*), coalesce(max(id), 0) FROM deliberation_dilemma WHERE number LIKE 'B-%'")
        present, after = cursor.fetchone()
        known = {"start": present + 1, "stop": total, "after": after, "words": WORDS, "story": STORY}
        shared = {"table": "sharedversion", "columns": ", prepared_by_id, prepared_at, offered_at, seen_at, how_seen"}
        statements = (
            DILEMMAS,
            EVENTS,
            NARRATIVE.format(table="original", columns="", values=""),
            NARRATIVE.format(**shared, values=f", {prepared_by}, submitted_at, submitted_at, submitted_at, 'on_page'"),
            SUBMITTERS,
            MESSAGES,
            BROUGHT,
            "DELETE FROM deliberation_tally WHERE number >= 0",
            TALLIES,
        )
        for statement in statements:
            cursor.execute(statement, known)
        cursor.execute("SET session_replication_role = origin")
        cursor.execute("VACUUM ANALYZE")
