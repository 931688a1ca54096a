"""Small pieces of OpenDocument: elements with their names, and words with their spaces, breaks and styles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from verder.domain.tlp import Tlp
from verder.paper.document import Span, Words, is_address, spans

VERSION = "1.3"
NAMESPACES = {
    **{
        name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
        for name in ("office", "style", "text", "table", "meta", "manifest")
    },
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
for _name, _address in NAMESPACES.items():
    ET.register_namespace(_name, _address)

NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
PIECES = re.compile(r"\n|\t|(?<= ) +|^ +")


def qualified(name: str) -> str:
    """Return `text:p` as ElementTree writes it."""
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def element(parent: ET.Element, name: str, attributes: Mapping[str, str] | None = None) -> ET.Element:
    """Add an element to its parent."""
    return ET.SubElement(parent, qualified(name), {qualified(key): value for key, value in (attributes or {}).items()})


def add_text(parent: ET.Element, text: str) -> None:
    """Add text with its breaks, tabs and spaces, each of which is an element of its own."""
    clean, done = NOT_IN_XML.sub("", text), 0
    for piece in PIECES.finditer(clean):
        _append(parent, clean[done : piece.start()])
        _add_space(parent, piece.group())
        done = piece.end()
    _append(parent, clean[done:])


def _add_space(parent: ET.Element, piece: str) -> None:
    if piece == "\n":
        element(parent, "text:line-break")
    elif piece == "\t":
        element(parent, "text:tab")
    else:
        element(parent, "text:s", {"text:c": str(len(piece))})


def _append(parent: ET.Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def add_words(parent: ET.Element, words: Words) -> None:
    """Add words with their styles and links."""
    for span in spans(words):
        target = parent
        if is_address(span.link):
            target = element(target, "text:a", {"xlink:type": "simple", "xlink:href": span.link})
        for style in _styles(span):
            target = element(target, "text:span", {"text:style-name": style})
        add_text(target, span.text)


def _styles(span: Span) -> list[str]:
    chosen = (
        (span.strong, "Strong_20_Emphasis"),
        (span.emphasis, "Emphasis"),
        (is_address(span.link), "Internet_20_link"),
    )
    return [style for is_chosen, style in chosen if is_chosen]


def add_label(parent: ET.Element, tlp: Tlp) -> None:
    """Add a label, in its colour on black."""
    label = element(parent, "text:span", {"text:style-name": f"Tlp_{tlp.name}"})
    label.text = f"\N{NO-BREAK SPACE}{tlp.value}\N{NO-BREAK SPACE}"
