"""What a submitter arranges themselves: mail and address, who may know them, their own text, and whether it helped."""

from __future__ import annotations

import uuid
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from verder.audit.record import Happening, record
from verder.deliberation.actor import Actor, Intent
from verder.deliberation.links import Purpose, link_to
from verder.deliberation.models import NARRATIVE_FIELDS, Dilemma, Exemption, KnownTo, Original, Submitter
from verder.deliberation.operations.attachments import destroy_own_files
from verder.deliberation.operations.climb import Hold, note_down, take_hold
from verder.deliberation.operations.intake import letter_to_confirm
from verder.deliberation.queries.submissions import newest_dilemmas_of
from verder.domain.ladder import STEPS
from verder.domain.rungs import ENDS, Party, Rung
from verder.post.owe import Letter, owe


class NotTheSubmitter(Exception):
    """Only whoever put the dilemma in arranges this."""


class AddressOfAccount(Exception):
    """Somebody with an account is written to at the address of that account."""


class StillWithdrawable(Exception):
    """The dilemma can be withdrawn as a whole, or has ended; its text alone is not removed."""


class NotAtAnEnd(Exception):
    """Whether it helped can be said once the dilemma has ended."""


@transaction.atomic
def change_address(number: str, *, address: str, actor: Actor, at: datetime, intent: Intent) -> None:
    """Write to another address from now on, once it is confirmed, or to none; a link to the old address dies.

    Raise AddressOfAccount for somebody with an account, NotTheSubmitter for anyone else.
    """
    hold = _hold(number, actor=actor, at=at, intent=intent)
    submitter = hold.dilemma.submitter
    if submitter.person_id:
        raise AddressOfAccount
    given = address.strip().lower()
    is_another = given != submitter.email
    if is_another:
        submitter.email, submitter.email_confirmed_at = given, None
        submitter.save()
    what = "removed" if not given else "changed" if is_another else "kept"
    event = note_down(hold, f"address.{what}", Party.SUBMITTER)
    if given and submitter.email_confirmed_at is None:
        owe(letter_to_confirm(submitter), event=event.key, to=[given], at=at)


@transaction.atomic
def switch_mail(number: str, *, wanted: bool, actor: Actor, at: datetime, intent: Intent) -> None:
    """Send the submitter a letter at every step, or none; raise NotTheSubmitter for anyone else."""
    hold = _hold(number, actor=actor, at=at, intent=intent)
    Submitter.objects.filter(dilemma=hold.dilemma).update(wants_mail=wanted)
    note_down(hold, "mail.on" if wanted else "mail.off", Party.SUBMITTER)


@transaction.atomic
def let_know(number: str, *, known_to: KnownTo, actor: Actor, at: datetime, intent: Intent) -> None:
    """Set who may know the submitter's name and organisation; raise NotTheSubmitter for anyone else."""
    hold = _hold(number, actor=actor, at=at, intent=intent)
    Submitter.objects.filter(dilemma=hold.dilemma).update(known_to=known_to)
    note_down(hold, "known_to.changed", Party.SUBMITTER, known_to=known_to)


@transaction.atomic
def say_whether_it_helped(number: str, *, helped: bool, actor: Actor, at: datetime, intent: Intent) -> None:
    """Note whether the outcome helped; what was said last counts. Raise NotAtAnEnd before, NotTheSubmitter."""
    hold = _hold(number, actor=actor, at=at, intent=intent)
    if _leading(hold.dilemma).rung not in ENDS:
        raise NotAtAnEnd
    note_down(hold, "helped.yes" if helped else "helped.no", Party.SUBMITTER)


@transaction.atomic
def erase_own_text(number: str, *, actor: Actor, at: datetime, intent: Intent) -> None:
    """Remove the submitter's own text and files, and what they said of findings; the shared version goes on without.

    Raise StillWithdrawable where withdrawing is the way, NotTheSubmitter for anyone else.
    """
    hold = _hold(number, actor=actor, at=at, intent=intent)
    if not own_text_can_be_erased(hold.dilemma):
        raise StillWithdrawable
    _erase(hold.dilemma, at=at)
    note_down(hold, "original.erased", Party.SUBMITTER)


def erase_again(key: uuid.UUID, *, at: datetime) -> None:
    """Remove a submitter's own text and files after a restore; a dilemma that is not there has none."""
    for dilemma in Dilemma.objects.select_for_update().filter(key=key):
        _erase(dilemma, at=at)


def forget_address_again(key: uuid.UUID) -> None:
    """Forget after a restore an address to which a submitter is not written any more."""
    Submitter.objects.filter(dilemma__key=key).update(email="", email_confirmed_at=None)


def _erase(dilemma: Dilemma, *, at: datetime) -> None:
    Original.objects.filter(dilemma=dilemma).update(**dict.fromkeys(NARRATIVE_FIELDS, ""))
    Exemption.objects.filter(dilemma=dilemma, at=dilemma.submitted_at).delete()
    destroy_own_files(dilemma, at=at)


def own_text_can_be_erased(dilemma: Dilemma) -> bool:
    """Tell whether a dilemma is past where it can be withdrawn, and still under way."""
    return Rung(dilemma.rung) not in STEPS["withdraw"].source | ENDS


@transaction.atomic
def send_links(address: str, *, at: datetime) -> None:
    """Owe one letter with links to the newest dilemmas of a confirmed address; do nothing for any other."""
    dilemmas = newest_dilemmas_of(address)
    if not dilemmas:
        return
    keys = [str(dilemma.key) for dilemma in dilemmas]
    happening = Happening(action="links.asked", party=Party.SUBMITTER, details={"dilemmas": keys})
    owe(_letter_with_links(dilemmas), event=record(happening, at=at).key, to=[address], at=at)


def _letter_with_links(dilemmas: list[Dilemma]) -> Letter:
    lines = [
        f"{dilemma.number}: {link_to(dilemma.key, Purpose.OPEN, address=dilemma.submitter.email)}"
        for dilemma in dilemmas
    ]
    return Letter(
        subject=_("Links naar uw dilemma’s"),
        body=_(
            "U vroeg om een link naar wat u bij Verder inbracht:\n\n%(links)s\n\n"
            "Een link werkt 30 dagen. Vroeg u dit niet aan? Dan hoeft u niets te doen.\n"
        )
        % {"links": "\n\n".join(lines)},
    )


def _hold(number: str, *, actor: Actor, at: datetime, intent: Intent) -> Hold:
    hold = take_hold(number, actor=actor, at=at, intent=intent)
    if Party.SUBMITTER not in hold.parties:
        raise NotTheSubmitter
    return hold


def _leading(dilemma: Dilemma) -> Dilemma:
    return dilemma.merged_into or dilemma
