"""Letters that come back to a real mailbox are known again, once each, whatever else lies there and whatever breaks."""

from __future__ import annotations

import itertools
import logging
import socket
import socketserver
import threading
import time
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

import pytest

from tests.post.bounce_mail import exchange, person_who_writes_back, postfix
from tests.post.dovecot import PROGRAM, dovecot
from tests.post.letters import MINUTE, NOON, again, now, owed
from verder.audit.models import Event
from verder.post import returning
from verder.post.imap import Mailbox, place_of
from verder.post.models import Delivery, ReturnBox
from verder.post.operations import NothingToMend, drop, send_again
from verder.post.queries import letters_that_need_a_hand
from verder.post.returning import read_returned_mail, take_back

pytestmark = pytest.mark.django_db
ADDRESS = "balie@voorbeeld.example"
SECRETARY = uuid.uuid4()
_serial = itertools.count(1)


@pytest.fixture(scope="session")
def mailboxes():
    """Run a mail server that keeps mailboxes, in a folder that the accounts of its parts may enter."""
    assert PROGRAM, "reading real mailboxes needs dovecot-imapd"
    with TemporaryDirectory(prefix="verder-mail-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        with dovecot(folder) as server:
            yield server


@pytest.fixture
def user(mailboxes, settings, monkeypatch) -> str:
    """Return the user of an empty mailbox that returned mail is read from."""
    user = f"terug{next(_serial)}"
    monkeypatch.setenv("SSL_CERT_FILE", str(mailboxes.certificate))
    settings.BOUNCE_IMAP = mailboxes.address(user)
    return user


def sent(address: str = ADDRESS) -> Delivery:
    """Return a letter that a mail server took."""
    delivery = owed(address)
    Delivery.objects.filter(pk=delivery.pk).update(
        state="sent", sent_at=NOON, claimed_at=NOON, recipient="", body="", calendar=""
    )
    return again(delivery)


def read(*, at: datetime | None = None) -> ReturnBox:
    """Read the mailbox, and return what is known of it."""
    read_returned_mail(clock=now(at or datetime.now(tz=UTC)))
    return ReturnBox.objects.get()


@pytest.mark.parametrize("scheme", ["imaps", "imap+starttls"])
@pytest.mark.parametrize("write", [postfix, exchange])
def test_a_letter_that_comes_back_asks_for_a_hand_with_its_address(mailboxes, user, settings, scheme, write):
    settings.BOUNCE_IMAP = mailboxes.address(user, scheme=scheme)
    letter, other = sent(), sent()
    mailboxes.bring(user, person_who_writes_back(), write(letter.key, ADDRESS))

    box = read()

    came_back = again(letter)
    assert (came_back.state, came_back.recipient, came_back.body) == ("returned", ADDRESS, "")
    assert list(letters_that_need_a_hand()) == [letter]
    assert again(other).state == "sent"
    assert (box.trouble, box.read_up_to) == ("", 2)
    assert Event.objects.get(action="letter.returned").subject == letter.key


def test_what_comes_back_is_handled_once_and_stays_where_it_lies(mailboxes, user):
    letter = sent()
    mailboxes.bring(user, postfix(letter.key, ADDRESS))
    read()
    drop(letter.key, actor=SECRETARY, at=NOON)
    mailboxes.bring(user, postfix(letter.key, ADDRESS))

    read()

    assert again(letter).state == "dropped"
    assert Event.objects.filter(action="letter.returned").count() == 1
    with mailboxes.visit(user) as connection:
        assert connection.select("INBOX", readonly=True)[1] == [b"2"]
        assert connection.search(None, "UNSEEN")[1] == [b"1 2"]


def test_a_server_that_goes_on_trying_changes_nothing(mailboxes, user):
    letter = sent()
    mailboxes.bring(user, postfix(letter.key, ADDRESS, action="delayed", status="4.4.1"))

    read()

    assert again(letter).state == "sent"


def test_an_address_that_was_not_ours_is_not_kept(mailboxes, user):
    letter = sent()
    mailboxes.bring(user, postfix(letter.key, "doorgestuurd@elders.example"))

    read()

    assert (again(letter).state, again(letter).recipient) == ("returned", "")


def test_a_letter_in_doubt_that_comes_back_is_in_doubt_no_more(mailboxes, user):
    letter = owed(ADDRESS)
    Delivery.objects.filter(pk=letter.pk).update(state="uncertain", claimed_at=NOON)
    mailboxes.bring(user, postfix(letter.key, ADDRESS))

    read()

    assert (again(letter).state, again(letter).sent_at, again(letter).body) == ("returned", NOON, "")


def test_a_letter_that_is_on_its_way_anew_is_not_taken_back():
    letter = owed(ADDRESS)
    bounce = returning.read_bounce(postfix(letter.key, ADDRESS))

    assert not take_back(bounce, at=NOON)
    assert again(letter).state == "owed"


def test_a_letter_that_came_back_cannot_be_sent_again_without_its_words(mailboxes, user):
    letter = sent()
    mailboxes.bring(user, postfix(letter.key, ADDRESS))
    read()

    with pytest.raises(NothingToMend):
        send_again(letter.key, actor=SECRETARY, at=NOON)
    assert again(letter).state == "returned"


def test_hostile_messages_do_no_harm_to_what_comes_after_them(mailboxes, user, caplog):
    letter = sent()
    nested = b"".join(b"Content-Type: multipart/report; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(4000))
    endless = postfix(uuid.uuid4(), ADDRESS) + b"x" * 3_000_000
    mailboxes.bring(user, nested, endless, b"\xff" * 10_000, postfix(letter.key, ADDRESS))
    begun = time.monotonic()

    with caplog.at_level(logging.WARNING):
        box = read()

    assert again(letter).state == "returned"
    assert (box.trouble, box.read_up_to) == ("", 4)
    assert time.monotonic() - begun < 10
    assert ADDRESS not in caplog.text


def test_reading_stops_after_its_time_and_goes_on_where_it_was(mailboxes, user):
    letters = [sent() for _ in range(3)]
    mailboxes.bring(user, *(postfix(letter.key, ADDRESS) for letter in letters))
    start = datetime.now(tz=UTC)
    ticks = itertools.count()

    read_returned_mail(clock=lambda: start + next(ticks) * MINUTE / 2)

    stopped = [again(letter).state for letter in letters]
    read()
    assert stopped == ["returned", "sent", "sent"]
    assert [again(letter).state for letter in letters] == ["returned"] * 3


def test_a_worker_that_stops_halfway_a_message_reads_it_again(mailboxes, user, monkeypatch):
    letter = sent()
    mailboxes.bring(user, postfix(letter.key, ADDRESS))
    with monkeypatch.context() as broken:
        broken.setattr(ReturnBox, "save", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            read_returned_mail(clock=now(datetime.now(tz=UTC)))
    assert again(letter).state == "sent"

    read()

    assert again(letter).state == "returned"


def test_a_mailbox_that_was_made_anew_is_read_from_its_beginning(mailboxes, user):
    letter = sent()
    mailboxes.bring(user, person_who_writes_back())
    box = read()
    ReturnBox.objects.update(validity=box.validity + 1, read_up_to=900)
    mailboxes.bring(user, postfix(letter.key, ADDRESS))

    read()

    assert again(letter).state == "returned"


def test_what_lies_there_for_long_is_not_read(mailboxes, user):
    letter = sent()
    mailboxes.bring(user, postfix(letter.key, ADDRESS))

    read(at=datetime.now(tz=UTC) + timedelta(days=40))

    assert again(letter).state == "sent"


@pytest.mark.slow
@pytest.mark.parametrize("wrong", ["login", "folder", "certificate"])
def test_what_keeps_a_mailbox_from_being_read_is_known(mailboxes, user, settings, monkeypatch, wrong):
    if wrong == "certificate":
        monkeypatch.delenv("SSL_CERT_FILE")
    elif wrong == "folder":
        settings.BOUNCE_IMAP = mailboxes.address(user, folder=quote('Ner"gens'))
    else:
        settings.BOUNCE_IMAP = mailboxes.address(user, password="fout")

    box = read()

    assert (box.trouble, box.read_at) == (wrong, None)


@pytest.mark.parametrize("scheme", ["imaps", "imap+starttls"])
def test_a_server_that_is_away_is_known(settings, scheme):
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        settings.BOUNCE_IMAP = f"{scheme}://verder:geheim@127.0.0.1:{deaf.getsockname()[1]}"

        box = read()

    assert box.trouble == "away"


def test_a_server_without_a_lock_is_not_told_the_password(settings):
    heard: list[bytes] = []

    class Open(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(b"* OK ready\r\n")
            for line in self.rfile:
                heard.append(line)
                tag, command, *_ = line.split()
                self.wfile.write(b"* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n" if command == b"CAPABILITY" else b"")
                self.wfile.write(tag + b" OK done\r\n")

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Open) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.BOUNCE_IMAP = f"imap+starttls://verder:geheim@127.0.0.1:{server.server_address[1]}"
        box = read()
        server.shutdown()

    assert box.trouble == "away"
    assert b"AUTHENTICATE" not in b"".join(heard)


def test_a_conversation_that_breaks_off_goes_on_the_next_time(mailboxes, user, monkeypatch):
    first, second = sent(), sent()
    mailboxes.bring(user, postfix(first.key, ADDRESS), postfix(second.key, ADDRESS))
    ask = Mailbox.beginning_of

    def breaks_at_the_second(self: Mailbox, number: int) -> bytes:
        if number == 2:
            self.close()
        return ask(self, number)

    with monkeypatch.context() as broken:
        broken.setattr(Mailbox, "beginning_of", breaks_at_the_second)
        stopped = read()
    states = [again(letter).state for letter in (first, second)]

    box = read()

    assert (stopped.trouble, states) == ("broken_off", ["returned", "sent"])
    assert (box.trouble, again(second).state) == ("", "returned")


def test_without_a_mailbox_nothing_is_read():
    read_returned_mail(clock=now(NOON))

    assert not ReturnBox.objects.exists()


@pytest.mark.parametrize("url", ["imap://verder@mail.example", "imaps:"])
def test_a_mailbox_without_a_lock_or_a_host_is_no_mailbox(url):
    with pytest.raises(ValueError, match=r"^$"):
        place_of(url)
