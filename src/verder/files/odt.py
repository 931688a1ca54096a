"""ODT: only the page and its styles are written anew; changes are accepted, remarks are gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from verder.files.kinds import MEDIA_TYPES, FileKind
from verder.files.packages import Fate, Package, local, namespace, pack, rebuild, words_in, write
from verder.files.refusal import FileRefused, Reason

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
PREFIXES = {
    "office": f"{_BASE}office:1.0",
    "text": f"{_BASE}text:1.0",
    "table": f"{_BASE}table:1.0",
    "draw": f"{_BASE}drawing:1.0",
    "style": f"{_BASE}style:1.0",
    "number": f"{_BASE}datastyle:1.0",
    "fo": f"{_BASE}xsl-fo-compatible:1.0",
    "svg": f"{_BASE}svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
KNOWN = frozenset({*PREFIXES.values(), ""})
MANIFEST_SPACE = f"{_BASE}manifest:1.0"
LIBREOFFICE = "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"
LINK = f"{{{PREFIXES['xlink']}}}href"
MIMETYPE = "mimetype"
MANIFEST = "META-INF/manifest.xml"
PAGE, STYLES = "content.xml", "styles.xml"
PICTURES = "Pictures/"
_MEDIA = {FileKind.PNG: "image/png", FileKind.JPEG: "image/jpeg"}

_GONE = frozenset({
    "tracked-changes", "change", "change-start", "change-end", "annotation", "annotation-end", "scripts",
    "event-listeners", "forms", "meta", "settings", "binary-data", "image-map", "dde-source", "dde-connection-decls",
    "dde-connection", "section-source", "user-field-decls", "variable-decls", "sequence-decls", "hidden-text",
    "author-name", "author-initials", "creator", "initial-creator", "printed-by", "editing-cycles",
    "editing-duration", "file-name", "template-name", "user-defined", "creation-date", "creation-time", "print-date",
    "print-time", "modification-date", "modification-time", "bookmark", "bookmark-start", "bookmark-end",
    "reference-mark", "reference-mark-start", "reference-mark-end", "script", "execute-macro", "placeholder",
    "sender-firstname", "sender-lastname", "sender-initials", "sender-title", "sender-position", "sender-email",
    "sender-phone-private", "sender-fax", "sender-company", "sender-phone-work", "sender-street", "sender-city",
    "sender-postal-code", "sender-country", "sender-state-or-province", "applet", "plugin", "floating-frame",
    "toc-mark-start", "toc-mark-end", "alphabetical-index-mark",
})  # fmt: skip
_OPENED = frozenset({
    "a", "user-field-get", "user-field-input", "variable-get", "variable-set", "variable-input", "text-input",
    "conditional-text", "hidden-paragraph", "expression", "database-display", "meta-field", "content-control",
    "description", "subject", "keywords",
})  # fmt: skip
_EMBEDDED = frozenset({"object", "object-ole"})
_NO_ATTRIBUTE = frozenset({
    "name", "string-value", "string-value-if-true", "string-value-if-false", "formula", "condition", "display",
    "display-name", "target-frame-name", "title", "note", "description", "protection-key", "change-id", "id",
    "is-hidden", "filter-name", "role",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Keeper:
    """What may stay; `pictures` says under which name each picture is written."""

    pictures: dict[str, str]

    def fate(self, element: ET.Element) -> Fate:
        """Drop what tells of its making, and what is not of the page."""
        name, space = local(element.tag), namespace(element.tag)
        if name in _EMBEDDED and space == PREFIXES["draw"]:
            raise FileRefused(Reason.EMBEDDED)
        if space == LIBREOFFICE or (name in _OPENED and space == PREFIXES["text"]):
            return Fate.UNWRAP
        if space not in KNOWN or (name in _GONE and space != PREFIXES["style"]) or self._shows_nothing(element):
            return Fate.DROP
        return Fate.KEEP

    def _shows_nothing(self, element: ET.Element) -> bool:
        return local(element.tag) in {"image", "fill-image"} and element.get(LINK) not in self.pictures

    def attributes(self, element: ET.Element) -> dict[str, str]:
        """Leave out names, hidden values and where a link led."""
        kept = {key: value for key, value in element.items() if self._stays(element, key)}
        if element.get(LINK) in self.pictures:
            kept[LINK] = self.pictures[element.get(LINK, "")]
        return kept

    def _stays(self, element: ET.Element, key: str) -> bool:
        space, name = namespace(key), local(key)
        if space not in KNOWN or space == PREFIXES["xlink"]:
            return False
        if name == "name":
            is_a_style = space in {PREFIXES["style"], PREFIXES["number"], PREFIXES["svg"]}
            return is_a_style or local(element.tag) == "fill-image" or local(element.tag).startswith("list-style")
        return name not in _NO_ATTRIBUTE or (name == "condition" and space == PREFIXES["style"])

    def text(self, element: ET.Element) -> str:
        """Keep the words of the page."""
        return element.text or ""

    def tail(self, element: ET.Element) -> str:
        """Keep the words behind an element."""
        return element.tail or ""


def clean_odt(content: bytes) -> bytes:
    """Return an ODT written anew; raise FileRefused when it holds programs or other files, or cannot be read."""
    package = Package(content)
    _refuse(package)
    parts, pictures = _pictures(package)
    keeper = _Keeper(pictures)
    pages = {name: write(rebuild(package.parse(name), keeper)) for name in (PAGE, STYLES) if name in package.names}
    mimetype = MEDIA_TYPES[FileKind.ODT]
    parts = {MIMETYPE: mimetype.encode(), **pages, **parts}
    return pack({**parts, MANIFEST: _manifest(mimetype, parts)}, stored=MIMETYPE)


def _refuse(package: Package) -> None:
    if MANIFEST in package.names:
        entries = package.parse(MANIFEST).iter()
        if any(local(entry.tag) in {"encryption-data", "encrypted-key"} for entry in entries):
            raise FileRefused(Reason.ENCRYPTED)
    if any(name.startswith(("Basic/", "Scripts/")) for name in package.names):
        raise FileRefused(Reason.MACROS)
    if PAGE not in package.names:
        raise FileRefused(Reason.BROKEN)


def _pictures(package: Package) -> tuple[dict[str, bytes], dict[str, str]]:
    """Draw the pictures anew; return them by their new names, and the new names by the old."""
    drawn: dict[str, bytes] = {}
    renamed: dict[str, str] = {}
    for old in sorted(name for name in package.names if name.startswith(PICTURES) and not name.endswith("/")):
        picture, kind = package.picture(old)
        renamed[old] = f"{PICTURES}{len(renamed) + 1}.{kind}"
        drawn[renamed[old]] = picture
    return drawn, renamed


def _manifest(mimetype: str, parts: dict[str, bytes]) -> bytes:
    root = ET.Element(f"{{{MANIFEST_SPACE}}}manifest", {f"{{{MANIFEST_SPACE}}}version": "1.2"})
    media = {"/": mimetype, PAGE: "text/xml", STYLES: "text/xml"}
    for name in ["/", *(name for name in parts if name != MIMETYPE)]:
        known = media.get(name) or _MEDIA[FileKind(name.rpartition(".")[2])]
        entry = {f"{{{MANIFEST_SPACE}}}full-path": name, f"{{{MANIFEST_SPACE}}}media-type": known}
        ET.SubElement(root, f"{{{MANIFEST_SPACE}}}file-entry", entry)
    return write(root)


def words_of_odt(content: bytes) -> str:
    """Return every word of an ODT: the page, headers and footers, notes and descriptions of pictures."""
    package = Package(content)
    names = sorted({PAGE, STYLES} & package.names)
    return "\n".join(words_in(package.parse(name), _starts_line, _speaks) for name in names)


def _starts_line(tag: str) -> bool:
    return local(tag) in {"p", "h", "title", "desc", "table-cell"}


def _speaks(element: ET.Element) -> Iterator[str]:
    if element.tag in {f"{{{PREFIXES['text']}}}{name}" for name in ("s", "tab", "line-break")}:
        yield " "
    yield element.text or ""


def pictures_in_odt(content: bytes) -> bool:
    """Tell whether there are pictures in an ODT."""
    return any(name.startswith(PICTURES) for name in Package(content).names)


for _prefix, _space in {**PREFIXES, "manifest": MANIFEST_SPACE}.items():
    ET.register_namespace(_prefix, _space)
