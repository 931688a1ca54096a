"""What the fault test knows beforehand, and finds afterwards, in the database."""

from __future__ import annotations

import os
import time
import uuid
from collections import Counter
from pathlib import Path

import django

from verder.launch.folder import DataFolder
from verder.launch.postgres.cluster import open_cluster


class Ledger:
    """Prepares people and dilemmas, and compares what was acknowledged with what stands."""

    def __init__(self, folder: Path, port: int) -> None:
        os.environ.update(
            DATABASE_URL=open_cluster(DataFolder(folder).root).url,
            VERDER_DEMO="yes",
            VERDER_BASE_URL=f"http://127.0.0.1:{port}",
            DJANGO_SETTINGS_MODULE="verder.config.settings",
        )
        django.setup()

    def prepare(self, secretaries: int, *, each: int) -> list[tuple[str, list[str]]]:
        """Make secretaries with a session, and dilemmas whose submitters want mail."""
        from bench.pages import secretary, session_of  # noqa: PLC0415 -- Django is set up by now

        cookie = session_of(secretary())
        return [(cookie, [_dilemma(f"{place}-{one}") for one in range(each)]) for place in range(secretaries)]

    def judge(self, taken: dict[str, list[str]], letters: Counter[str]) -> int:
        """Print what was lost, half-taken or mailed twice; return 0 when nothing was."""
        wrong = _wrong_steps(taken)
        wrong += _wrong_letters(letters)
        for line in wrong:
            print("WRONG:", line)
        print("no acknowledged step lost, none half-taken, no mail twice" if not wrong else f"{len(wrong)} wrong")
        return 1 if wrong else 0


def _dilemma(name: str) -> str:
    from django.utils import timezone  # noqa: PLC0415

    from verder.deliberation.actor import Actor, Intent  # noqa: PLC0415
    from verder.deliberation.models import Submitter  # noqa: PLC0415
    from verder.deliberation.operations.intake import Request, Sender, submit  # noqa: PLC0415
    from verder.textcheck import clear  # noqa: PLC0415

    words = {field: clear("Mag ik dit delen?", allowed=frozenset()) for field in ("question", "situation")}
    request = Request(words, Sender(email=f"inbrenger-{name}@voorbeeld.example"))
    receipt = submit(request, actor=Actor(), at=timezone.now(), intent=Intent(request_key=uuid.uuid4()))
    Submitter.objects.filter(dilemma__number=receipt.number).update(email_confirmed_at=timezone.now())
    return receipt.number


def _wrong_steps(taken: dict[str, list[str]]) -> list[str]:
    from django.db import connection  # noqa: PLC0415

    from verder.audit.models import Event  # noqa: PLC0415
    from verder.deliberation.models import Dilemma, StepWords  # noqa: PLC0415

    connection.close()
    wrong = []
    for number, steps in taken.items():
        dilemma = Dilemma.objects.get(number=number)
        events = list(Event.objects.filter(subject=dilemma.key, to_rung__gt="").order_by("pk"))
        stand = [event.action.removeprefix("step.") for event in events[1:]]
        if stand != steps:
            wrong.append(f"{number}: acknowledged {len(steps)} steps, {len(stand)} stand")
        if dilemma.rung != events[-1].to_rung or dilemma.version != len(stand):
            wrong.append(f"{number}: on {dilemma.rung} at version {dilemma.version}, its events say otherwise")
        if StepWords.objects.filter(dilemma=dilemma).count() != len(stand):
            wrong.append(f"{number}: words of a step are missing")
    return wrong


def _wrong_letters(letters: Counter[str]) -> list[str]:
    from verder.post.models import Delivery, DeliveryState  # noqa: PLC0415

    waiting = Delivery.objects.filter(state__in=[DeliveryState.OWED, DeliveryState.HANDING_OVER])
    for _ in range(420):
        if not waiting.exists():
            break
        time.sleep(1)
    states = dict(Delivery.objects.values_list("key", "state"))
    print("letters:", dict(Counter(states.values())), "handed over:", sum(letters.values()))
    wrong = [f"letter {name} came {times} times" for name, times in letters.items() if times > 1]
    for key, state in states.items():
        arrived = letters[str(key)]
        if state == DeliveryState.SENT and not arrived:
            wrong.append(f"letter {key} is called sent and never came")
        if state not in {DeliveryState.SENT, DeliveryState.UNCERTAIN}:
            wrong.append(f"letter {key} is still {state}")
    return wrong
