"""What mail servers write when a letter cannot be brought, as Postfix and as Exchange write it."""

from __future__ import annotations

import uuid
from email import message_from_string
from email.message import EmailMessage, Message
from email.mime.base import MIMEBase
from email.policy import SMTP

POSTFIX = """Reporting-MTA: dns; mx.voorbeeld.example
{envelope}X-Postfix-Queue-ID: 4bPq2f1mZzz2xQ
X-Postfix-Sender: rfc822; verder@verder.example
Arrival-Date: Mon,  2 Mar 2026 12:00:03 +0000 (UTC)

Final-Recipient: rfc822; {address}
Original-Recipient: rfc822;{address}
Action: {action}
Status: {status}
Remote-MTA: dns; mail.voorbeeld.example
Diagnostic-Code: smtp; 550 {status} <{address}>: Recipient address rejected
"""
EXCHANGE = """Reporting-MTA: dns;AM0PR01MB1234.eurprd01.prod.exchangelabs.example
Received-From-MTA: dns;mx.voorbeeld.example
Arrival-Date: Mon, 2 Mar 2026 12:00:04 +0000

Original-Recipient: rfc822;{address}
Final-Recipient: rfc822;{address}
Action: {action}
Status: {status}
Diagnostic-Code: smtp;550 {status} RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup
X-Display-Name: {address}

"""
WORDS = "<html><body><p>Uw bericht aan <b>{address}</b> kon niet worden bezorgd.</p></body></html>"


def postfix(
    key: uuid.UUID, address: str, *, action: str = "failed", status: str = "5.1.1", with_head: bool = True
) -> bytes:
    """Write as Postfix does: words, what happened, and the head of the letter or its name alone."""
    envelope = "" if with_head else f"Original-Envelope-Id: {key}\n"
    report = _report("mx.voorbeeld.example (Mail Delivery System)")
    report.attach(_words("This is the mail system at host mx.voorbeeld.example.\n"))
    report.attach(_status(POSTFIX.format(address=address, action=action, status=status, envelope=envelope)))
    if with_head:
        head = MIMEBase("text", "rfc822-headers")
        head.set_payload(f"From: verder@verder.example\nTo: {address}\nMessage-ID: <{key}@verder.example>\n")
        report.attach(head)
    return report.as_bytes(policy=SMTP)


def exchange(key: uuid.UUID, address: str, *, action: str = "failed", status: str = "5.1.10") -> bytes:
    """Write as Exchange does: words twice, what happened, and the letter itself."""
    report = _report("Microsoft Outlook")
    report["In-Reply-To"] = report["References"] = f"<{key}@verder.example>"
    report["X-MS-Exchange-Message-Is-Ndr"] = ""
    both = MIMEBase("multipart", "alternative")
    both.attach(_words(f"Uw bericht aan {address} kon niet worden bezorgd.\n"))
    html = _words(WORDS.format(address=address))
    html.replace_header("Content-Type", 'text/html; charset="utf-8"')
    both.attach(html)
    report.attach(both)
    report.attach(_status(EXCHANGE.format(address=address, action=action, status=status)))
    letter = EmailMessage()
    letter["Message-ID"] = f"<{key}@verder.example>"
    letter.set_content("Er is nieuws.")
    whole = MIMEBase("message", "rfc822")
    whole.attach(letter)
    report.attach(whole)
    return report.as_bytes(policy=SMTP)


def person_who_writes_back() -> bytes:
    """Write what a person, or a mail program in their absence, answers."""
    answer = EmailMessage()
    answer["From"], answer["Subject"] = "balie@voorbeeld.example", "Automatisch antwoord"
    answer["Auto-Submitted"] = "auto-replied"
    answer.set_content("Wij zijn er volgende week weer.")
    return answer.as_bytes(policy=SMTP)


def _report(sender: str) -> MIMEBase:
    report = MIMEBase("multipart", "report", **{"report-type": "delivery-status"})
    report["From"], report["To"] = f"{sender} <mailer-daemon@voorbeeld.example>", "verder@verder.example"
    report["Subject"], report["Auto-Submitted"] = "Undelivered Mail Returned to Sender", "auto-replied"
    return report


def _words(text: str) -> Message:
    words = MIMEBase("text", "plain", charset="utf-8")
    words.set_payload(text)
    return words


def _status(text: str) -> Message:
    return message_from_string(f"Content-Type: message/delivery-status\n\n{text}")
