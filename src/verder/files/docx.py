"""DOCX: only the parts and elements that make the page are written anew; changes are accepted, remarks are gone."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from verder.files.kinds import FileKind
from verder.files.packages import Fate, Package, local, namespace, pack, rebuild, words_in, write
from verder.files.refusal import FileRefused, Reason

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"
VALUE = f"{{{WORD}}}val"
XML = "http://www.w3.org/XML/1998/namespace"
PREFIXES = {
    "w": WORD,
    "r": OFFICE,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
}
KNOWN = frozenset({*PREFIXES.values(), XML, ""})
ROOT_RELATIONS = "_rels/.rels"
MAIN = "word/document.xml"
_MAIN = re.compile(r"word/document\d*\.xml")
_PARTS = {
    "styles": re.compile(r"word/styles\d*\.xml"),
    "numbering": re.compile(r"word/numbering\d*\.xml"),
    "theme": re.compile(r"word/theme/theme\d*\.xml"),
    "header": re.compile(r"word/header\d*\.xml"),
    "footer": re.compile(r"word/footer\d*\.xml"),
    "footnotes": re.compile(r"word/footnotes\d*\.xml"),
    "endnotes": re.compile(r"word/endnotes\d*\.xml"),
}
_CONTENT = "application/vnd.openxmlformats-officedocument"
_MEDIA: dict[str, str] = {FileKind.PNG: "image/png", FileKind.JPEG: "image/jpeg"}
_HIDDEN_PROGRAMS = re.compile(r"(?i)vba(project|data)|activex|macros?/")
_EMBEDDED = re.compile(r"(?i)word/embeddings/")
_PUT_IN = frozenset({"aFChunk", "oleObject", "package", "control", "subDocument"})
_SETTINGS = (
    f'<?xml version="1.0" encoding="UTF-8"?><w:settings xmlns:w="{WORD}"><w:compat><w:compatSetting '
    'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
).encode()

_GONE = frozenset({
    "del", "moveFrom", "delText", "delInstrText", "instrText", "fldChar", "fldData",
    "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
    "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd",
    "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tcPrChange", "trPrChange",
    "tblGridChange", "numberingChange", "cellIns", "cellDel", "cellMerge",
    "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef",
    "bookmarkStart", "bookmarkEnd", "permStart", "permEnd", "proofErr", "lastRenderedPageBreak",
    "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "ffData", "object", "control", "altChunk", "subDoc",
    "vanish", "webHidden", "specVanish", "printerSettings", "extLst", "Choice", "hlinkClick", "hlinkHover",
    "tblCaption", "tblDescription", "aliases", "rsid", "rsids", "mailMerge", "docVars", "attachedTemplate",
})  # fmt: skip
_OPENED = frozenset({
    "ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "fldSimple", "AlternateContent", "Fallback",
})  # fmt: skip
_PICTURED = frozenset({"drawing", "pict"})
_NO_ATTRIBUTE = re.compile(
    r"rsid\w*|author|initials|date|paraId|textId|tooltip|docLocation|tgtFrame|anchor|Ignorable|cstate|link|href|alt"
)
_TOKEN = re.compile(r"-?[\w.%]{1,20}")


@dataclass(slots=True)
class _Document:
    """A document that is being written anew: its parts so far, and the pictures by where they came from."""

    package: Package
    parts: dict[str, bytes] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Keeper:
    """What may stay in one part: `links` holds the relations that it still has."""

    links: frozenset[str]

    def fate(self, element: ET.Element) -> Fate:
        """Drop what tells of its making, and what is not of the page."""
        name, space = local(element.tag), namespace(element.tag)
        if name in _OPENED and space in {WORD, MARKUP}:
            return Fate.UNWRAP
        if space not in KNOWN or name in _GONE or self._has_lost_its_part(element) or _is_deleted_row(element):
            return Fate.DROP
        return Fate.KEEP

    def _has_lost_its_part(self, element: ET.Element) -> bool:
        name = local(element.tag)
        if name in _PICTURED:
            return any(self._is_lost(one) for one in element.iter())
        return name != "hyperlink" and self._is_lost(element)

    def _is_lost(self, element: ET.Element) -> bool:
        held = (value for key, value in element.items() if namespace(key) == OFFICE and local(key) != "link")
        return any(value not in self.links for value in held)

    def attributes(self, element: ET.Element) -> dict[str, str]:
        """Leave out who made a change, when, and where a link led."""
        kept = {
            key: value
            for key, value in element.items()
            if namespace(key) in KNOWN
            and not _NO_ATTRIBUTE.fullmatch(local(key))
            and (namespace(key) != OFFICE or value in self.links)
        }
        if local(element.tag) in {"docPr", "cNvPr"} and "name" in kept:
            kept["name"] = ""
        return kept

    def text(self, element: ET.Element) -> str:
        """Keep the words of the page, and short values."""
        written = element.text or ""
        return written if local(element.tag) == "t" or _TOKEN.fullmatch(written) else ""

    def tail(self, element: ET.Element) -> str:  # noqa: ARG002 -- the shape of every judge
        """Nothing stands behind an element of this kind of document."""
        return ""


def _is_deleted_row(element: ET.Element) -> bool:
    return element.tag == f"{{{WORD}}}tr" and element.find(f"{{{WORD}}}trPr/{{{WORD}}}del") is not None


def clean_docx(content: bytes) -> bytes:
    """Return a DOCX written anew; raise FileRefused when it holds programs or other files, or cannot be read."""
    package = Package(content)
    if any(_HIDDEN_PROGRAMS.search(name) for name in package.names):
        raise FileRefused(Reason.MACROS)
    if any(_EMBEDDED.match(name) for name in package.names):
        raise FileRefused(Reason.EMBEDDED)
    document = _Document(package)
    _take(document, _main_part(package), MAIN, "document.main")
    document.parts["word/settings.xml"] = _SETTINGS
    document.kinds["word/settings.xml"] = "settings"
    return pack({"[Content_Types].xml": _content_types(document), ROOT_RELATIONS: _root(), **document.parts})


def _main_part(package: Package) -> str:
    for relation in _relations(package, ROOT_RELATIONS):
        name = relation.get("Target", "").lstrip("/")
        if _type_of(relation) == "officeDocument" and _MAIN.fullmatch(name):
            return name
    raise FileRefused(Reason.BROKEN)


def _relations(package: Package, name: str) -> list[ET.Element]:
    return list(package.parse(name)) if name in package.names else []


def _type_of(relation: ET.Element) -> str:
    return relation.get("Type", "").rpartition("/")[2]


def _take(document: _Document, source: str, name: str, kind: str) -> None:
    """Write one part anew, and first the parts that it leads to."""
    document.parts[name] = b""  # holds its place, so that parts that lead to each other end
    folder, base = posixpath.split(source)
    kept = ET.Element(f"{{{RELATIONS}}}Relationships")
    for relation in _relations(document.package, f"{folder}/_rels/{base}.rels"):
        target = _follow(document, relation, folder)
        if target:
            known = {"Id": relation.get("Id", ""), "Type": f"{OFFICE}/{_type_of(relation)}"}
            ET.SubElement(kept, f"{{{RELATIONS}}}Relationship", {**known, "Target": f"/{target}"})
    root = document.package.parse(source)
    if namespace(root.tag) not in KNOWN:
        raise FileRefused(Reason.BROKEN)
    links = frozenset(relation.get("Id", "") for relation in kept)
    document.parts[name], document.kinds[name] = write(rebuild(root, _Keeper(links))), kind
    if len(kept):
        document.parts[f"{posixpath.dirname(name)}/_rels/{posixpath.basename(name)}.rels"] = write(kept)


def _follow(document: _Document, relation: ET.Element, folder: str) -> str:
    """Return where the part that a relation leads to is written; empty when it does not stay."""
    kind = _type_of(relation)
    if relation.get("TargetMode", "").lower() == "external":
        return ""
    if kind in _PUT_IN:
        raise FileRefused(Reason.EMBEDDED)
    source = posixpath.normpath(posixpath.join("/" + folder, relation.get("Target", ""))).lstrip("/")
    if source not in document.package.names:
        return ""
    if kind == "image":
        return _picture(document, source)
    if kind not in _PARTS or not _PARTS[kind].fullmatch(source):
        return ""
    if source not in document.parts:
        _take(document, source, source, kind)
    return source


def _picture(document: _Document, source: str) -> str:
    if source not in document.pictures:
        drawn, kind = document.package.picture(source)
        name = f"word/media/image{len(document.pictures) + 1}.{kind}"
        document.parts[name], document.pictures[source] = drawn, name
    return document.pictures[source]


def _content_types(document: _Document) -> bytes:
    root = ET.Element(f"{{{TYPES}}}Types")
    defaults: dict[str, str] = {"rels": "application/vnd.openxmlformats-package.relationships+xml", **_MEDIA}
    for ending, media in defaults.items():
        ET.SubElement(root, f"{{{TYPES}}}Default", {"Extension": str(ending), "ContentType": media})
    for name, kind in document.kinds.items():
        media = f"{_CONTENT}.theme+xml" if kind == "theme" else f"{_CONTENT}.wordprocessingml.{kind}+xml"
        ET.SubElement(root, f"{{{TYPES}}}Override", {"PartName": f"/{name}", "ContentType": media})
    return write(root)


def _root() -> bytes:
    root = ET.Element(f"{{{RELATIONS}}}Relationships")
    known = {"Id": "rId1", "Type": f"{OFFICE}/officeDocument", "Target": MAIN}
    ET.SubElement(root, f"{{{RELATIONS}}}Relationship", known)
    return write(root)


def words_of_docx(content: bytes) -> str:
    """Return every word of a DOCX: the page, headers, notes, descriptions of pictures, and names that writers gave."""
    package = Package(content)
    names = sorted(name for name in package.names if name.endswith(".xml") and name.startswith("word/"))
    return "\n".join(words_in(package.parse(name), _starts_line, _speaks) for name in names)


def _starts_line(tag: str) -> bool:
    return local(tag) in {"p", "tc"}


def _speaks(element: ET.Element) -> Iterator[str]:
    name = local(element.tag)
    if name == "t":
        yield element.text or ""
    elif name in {"tab", "br", "cr"}:
        yield " "
    elif name in {"noBreakHyphen", "softHyphen"}:
        yield "-" if name == "noBreakHyphen" else ""
    yield from (f"\n{element.get(key)}\n" for key in ("descr", "title") if element.get(key))
    if name == "lvlText":
        yield f"\n{element.get(VALUE, '')}\n"
    if name == "style" and element.get(f"{{{WORD}}}customStyle"):
        yield from (f"\n{child.get(VALUE, '')}\n" for child in element if local(child.tag) == "name")


def pictures_in_docx(content: bytes) -> bool:
    """Tell whether there are pictures in a DOCX."""
    return any(name.startswith("word/media/") for name in Package(content).names)


for _prefix, _space in {**PREFIXES, "mc": MARKUP}.items():
    ET.register_namespace(_prefix, _space)
