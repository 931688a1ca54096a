"""A real mailbox on a real IMAP server, Dovecot, that speaks TLS and runs for one test session on this machine."""

from __future__ import annotations

import getpass
import grp
import imaplib
import os
import shutil
import socket
import ssl
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from verder.launch.account import account_for_database, hand_over

if TYPE_CHECKING:
    from collections.abc import Iterator

PASSWORD = "heel@geheim"
PATIENCE = 30.0
PROGRAM = shutil.which("dovecot", path=f"{os.environ['PATH']}:/usr/sbin")
SETTINGS = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <{folder}/certificate.pem
ssl_key = <{folder}/key.pem
disable_plaintext_auth = yes
first_valid_uid = 1
auth_failure_delay = 0
mail_location = maildir:{folder}/mail/%u
default_internal_user = {inside}
default_internal_group = {group}
default_login_user = {login}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={user_group} home={folder}/mail/%u
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {starttls}
  }}
  inet_listener imaps {{
    port = {tls}
  }}
}}
"""


@dataclass(frozen=True)
class MailboxServer:
    """Where the server is, and how a test puts letters in a mailbox of it."""

    folder: Path
    tls: int
    starttls: int

    @property
    def certificate(self) -> Path:
        """The certificate that vouches for the server."""
        return self.folder / "certificate.pem"

    def address(self, user: str, *, scheme: str = "imaps", password: str = PASSWORD, folder: str = "") -> str:
        """Return the address of a mailbox, as an installation would set it."""
        port = self.tls if scheme == "imaps" else self.starttls
        return f"{scheme}://{user}:{quote(password)}@127.0.0.1:{port}/{folder}"

    @contextmanager
    def visit(self, user: str) -> Iterator[imaplib.IMAP4_SSL]:
        """Log in to a mailbox, as a person would."""
        context = ssl.create_default_context(cafile=str(self.certificate))
        with imaplib.IMAP4_SSL("127.0.0.1", self.tls, ssl_context=context, timeout=PATIENCE) as connection:
            connection.login(user, PASSWORD)
            yield connection

    def bring(self, user: str, *messages: bytes) -> None:
        """Put messages in the mailbox."""
        with self.visit(user) as connection:
            for message in messages:
                assert connection.append("INBOX", "", "", message)[0] == "OK"


@contextmanager
def dovecot(folder: Path) -> Iterator[MailboxServer]:
    """Run the server until the block ends."""
    server = MailboxServer(folder, _free_port(), _free_port())
    _certify(folder)
    settings = folder / "dovecot.conf"
    settings.write_text(SETTINGS.format(folder=folder, tls=server.tls, starttls=server.starttls, **_accounts(folder)))
    process = subprocess.Popen([str(PROGRAM), "-F", "-c", str(settings)])  # noqa: S603 -- found by ourselves
    try:
        _wait_for(server)
        yield server
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _accounts(folder: Path) -> dict[str, object]:
    """Name the accounts that the server's parts run under: those of Debian when we are root, else all of them us."""
    mail = folder / "mail"
    mail.mkdir()
    account = account_for_database()
    if account is None:
        ours = {"inside": getpass.getuser(), "login": getpass.getuser(), "group": grp.getgrgid(os.getgid()).gr_name}
        return {**ours, "user": os.getuid(), "user_group": os.getgid(), "password": PASSWORD}
    hand_over(mail, account)
    debian = {"inside": "dovecot", "login": "dovenull", "group": "dovecot"}
    return {**debian, "user": account.user, "user_group": account.group, "password": PASSWORD}


def _certify(folder: Path) -> None:
    openssl = shutil.which("openssl")
    assert openssl
    asked = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")]
    subprocess.run([openssl, *asked.split(), *files], check=True, capture_output=True)  # noqa: S603 -- our own words


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(server: MailboxServer) -> None:
    limit = time.monotonic() + PATIENCE
    while True:
        try:
            with server.visit("proef"):
                return
        except OSError:
            log = server.folder / "log"
            assert time.monotonic() < limit, log.read_text() if log.exists() else "the server says nothing"
            time.sleep(0.1)
