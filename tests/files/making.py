"""Real files of each kind, with what their makers leave behind, and files that mean harm."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import typst
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from verder.files.checked import CheckedFile, clear_file, read_file

MAKER = "PlantedMaker"
REMARK = "PlantedRemark"
DELETED = "PlantedDeletion"
PLACE = "PlantedPlace"
PLANTED = (MAKER, REMARK, DELETED, PLACE)
SAID = "Een school vraagt wat zij mag delen met de gemeente."


def jpeg(*, size: tuple[int, int] = (60, 30), turned: bool = False, mode: str = "RGB") -> bytes:
    """Make a photograph with a place, a maker and a remark in it."""
    picture = Image.new(mode, size, 200)
    exif = Image.Exif()
    exif[0x013B], exif[0x9C9B] = MAKER, REMARK.encode("utf-16-le")
    if turned:
        exif[0x0112] = 6
    exif.get_ifd(0x8825)[29] = PLACE
    target = io.BytesIO()
    picture.save(target, "JPEG", exif=exif, comment=REMARK.encode())
    return target.getvalue()


def png(*, size: tuple[int, int] = (60, 30), mode: str = "RGB") -> bytes:
    """Make a picture with a maker and a remark in it."""
    info = PngInfo()
    info.add_text("Author", MAKER)
    info.add_itxt("Comment", REMARK, zip=True)
    target = io.BytesIO()
    Image.new(mode, size, 1).save(target, "PNG", pnginfo=info, dpi=(300, 300))
    return target.getvalue()


def png_bomb(side: int = 30_000) -> bytes:
    """Make a small file that unpacks to a very large picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


def plain_pdf(text: str = SAID, *, pages: int = 1) -> bytes:
    """Typeset a PDF, as any office program would."""
    body = "#pagebreak()".join([text] * pages)
    return bytes(typst.compile(f'#set document(author: "{MAKER}", title: "{REMARK}")\n{body}'.encode()))


def pdf(text: str = SAID) -> bytes:
    """Make a PDF with a maker, remarks, a program, another file, a thumbnail and an older version in it."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(plain_pdf(text))))
    writer.add_metadata({"/Author": MAKER, "/Subject": PLACE})
    writer._root_object[NameObject("/OpenAction")] = _program()
    writer.add_attachment("bijlage.txt", DELETED.encode())
    page = writer.pages[0]
    note = DictionaryObject({
        NameObject("/Type"): NameObject("/Annot"),
        NameObject("/Subtype"): NameObject("/Text"),
        NameObject("/T"): TextStringObject(MAKER),
        NameObject("/Contents"): TextStringObject(REMARK),
    })  # fmt: skip
    writer.add_annotation(0, note)
    thumb = DecodedStreamObject()
    thumb.set_data(DELETED.encode())
    page[NameObject("/Thumb")] = writer._add_object(thumb)
    page[NameObject("/PieceInfo")] = DictionaryObject({NameObject("/X"): TextStringObject(PLACE)})
    writer.generate_file_identifiers()
    return _written(writer) + f"\n% {DELETED}\n".encode()


def _program() -> DictionaryObject:
    said = TextStringObject(f"app.alert('{REMARK}')")
    return DictionaryObject({NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): said})


def scan_pdf(picture: bytes | None = None) -> bytes:
    """Make a PDF that is nothing but a photograph, which keeps what the telephone wrote in it."""
    target = io.BytesIO()
    with Image.open(io.BytesIO(picture or jpeg())) as opened:
        opened.save(target, "PDF")
    writer = PdfWriter(clone_from=PdfReader(target))
    image = next(iter(writer.pages[0]["/Resources"]["/XObject"].values())).get_object()
    image[NameObject("/Filter")] = NameObject("/DCTDecode")
    image.pop("/DecodeParms", None)
    image._data = picture or jpeg()
    return _written(writer)


def locked_pdf() -> bytes:
    """Make a PDF behind a password."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(plain_pdf())))
    writer.encrypt("geheim", algorithm="RC4-128")
    return _written(writer)


def form_pdf() -> bytes:
    """Make a PDF with a form to fill in."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(plain_pdf())))
    field = DictionaryObject({
        NameObject("/Type"): NameObject("/Annot"), NameObject("/Subtype"): NameObject("/Widget"),
        NameObject("/FT"): NameObject("/Tx"), NameObject("/T"): TextStringObject("naam"),
        NameObject("/V"): TextStringObject(MAKER),
    })  # fmt: skip
    held = writer._add_object(field)
    writer._root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): ArrayObject([held])})
    return _written(writer)


def bomb_pdf() -> bytes:
    """Make a small PDF whose page unpacks to very much."""
    writer = PdfWriter()
    page = writer.add_blank_page(100, 100)
    stream = DecodedStreamObject()
    stream.set_data(b"q\n" * 200_000_000)
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def packed(parts: dict[str, bytes | str], *, start: bytes = b"") -> bytes:
    """Pack parts into a package, with something before it if asked."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, written in parts.items():
            package.writestr(name, written)
        package.comment = MAKER.encode()
    return start + target.getvalue()


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_DRAWING = (
    f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{_WP}"><wp:extent cx="10" cy="10"/>'
    f'<wp:docPr id="1" name="C:\\{MAKER}\\foto.jpg" descr="Een tekening van de keuze"/>'
    f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}"><pic:blipFill>'
    f'<a:blip r:embed="rIdP"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
)


def docx_parts(text: str = SAID, *, picture: bytes | None = None, body: str = "") -> dict[str, bytes | str]:
    """Return the parts of a DOCX with a maker, remarks and changes in it."""
    document = f"""<?xml version="1.0"?><w:document xmlns:w="{_W}" xmlns:r="{_R}"
    xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"><w:body>
    <w:p w:rsidR="00A1" w14:paraId="77"><w:pPr><w:pStyle w:val="Kop1"/>
    <w:pPrChange w:id="1" w:author="{MAKER}"/></w:pPr>
    <w:commentRangeStart w:id="0"/><w:r><w:t xml:space="preserve">{text}</w:t></w:r><w:commentRangeEnd w:id="0"/>
    <w:r><w:commentReference w:id="0"/></w:r></w:p>
    <w:p><w:ins w:id="2" w:author="{MAKER}" w:date="2026-01-01T00:00:00Z"><w:r><w:t>Dit kwam erbij.</w:t></w:r></w:ins>
    <w:del w:id="3" w:author="{MAKER}"><w:r><w:delText>{DELETED}</w:delText></w:r></w:del>
    <w:hyperlink r:id="rIdX" w:tooltip="{REMARK}"><w:r><w:t>een verwijzing</w:t></w:r></w:hyperlink></w:p>
    <w:sdt><w:sdtPr><w:alias w:val="{MAKER}"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>In een vak.</w:t></w:r></w:p>
    </w:sdtContent></w:sdt>
    <w:tbl><w:tr><w:trPr><w:del w:id="9" w:author="{MAKER}"/></w:trPr><w:tc><w:p><w:r><w:t>{DELETED}</w:t></w:r></w:p>
    </w:tc></w:tr></w:tbl>{_DRAWING if picture else ""}{body}
    <w:sectPr><w:headerReference w:type="default" r:id="rIdH"/></w:sectPr></w:body></w:document>"""
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    relations = f"""<Relationships xmlns="{package}/relationships">
    <Relationship Id="rIdC" Type="{relation}/comments" Target="comments.xml"/>
    <Relationship Id="rIdS" Type="{relation}/styles" Target="styles.xml"/>
    <Relationship Id="rIdH" Type="{relation}/header" Target="/word/header1.xml"/>
    <Relationship Id="rIdX" Type="{relation}/hyperlink" Target="https://{MAKER}.example" TargetMode="External"/>
    {f'<Relationship Id="rIdP" Type="{relation}/image" Target="media/foto.jpg"/>' if picture else ""}
    </Relationships>"""
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
        "_rels/.rels": f"""<Relationships xmlns="{package}/relationships">
        <Relationship Id="rId2" Type="{package}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
        <Relationship Id="rId1" Type="{relation}/officeDocument" Target="word/document.xml"/></Relationships>""",
        "docProps/core.xml": f"<creator>{MAKER}</creator>",
        "docProps/thumbnail.jpeg": jpeg(),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": relations,
        "word/comments.xml": f'<w:comments xmlns:w="{_W}">'
        f'<w:comment w:author="{MAKER}">{REMARK}</w:comment></w:comments>',
        "word/people.xml": f"<people>{MAKER}</people>",
        "word/settings.xml": f'<w:settings xmlns:w="{_W}"><w:rsids><w:rsid w:val="{MAKER}"/></w:rsids></w:settings>',
        "word/styles.xml": f"""<w:styles xmlns:w="{_W}"><w:style w:styleId="Kop1"><w:name w:val="heading 1"/>
        <w:rsid w:val="{MAKER}"/></w:style><w:style w:customStyle="1"><w:name w:val="Eigen stijl"/>
        </w:style></w:styles>""",
        "word/header1.xml": f'<w:hdr xmlns:w="{_W}"><w:p><w:r><w:t>Boven aan de bladzijde</w:t></w:r></w:p></w:hdr>',
        "customXml/item1.xml": f"<x>{PLACE}</x>",
    }
    return {**parts, **({"word/media/foto.jpg": picture} if picture else {})}


def docx(text: str = SAID, *, picture: bytes | None = None, body: str = "", **more: bytes | str) -> bytes:
    """Make a DOCX; `more` are parts to add, with `__` for a slash in their names."""
    added = {name.replace("__", "/").replace("_dot_", "."): written for name, written in more.items()}
    return packed({**docx_parts(text, picture=picture, body=body), **added})


_O = "urn:oasis:names:tc:opendocument:xmlns:"


def odt(text: str = SAID, *, picture: bytes | None = None, body: str = "", **more: bytes | str) -> bytes:
    """Make an ODT with a maker, remarks and changes in it; `more` are parts to add or replace."""
    image = (
        '<text:p><draw:frame draw:name="PlantedMaker"><draw:image xlink:href="Pictures/foto.jpg"/>'
        "<svg:desc>Een tekening</svg:desc></draw:frame></text:p>"
        if picture
        else ""
    )
    spaces = (
        f'xmlns:office="{_O}office:1.0" xmlns:text="{_O}text:1.0" xmlns:draw="{_O}drawing:1.0" '
        f'xmlns:svg="{_O}svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'xmlns:style="{_O}style:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:officeooo="http://openoffice.org/2009/office"'
    )
    content = f"""<?xml version="1.0"?><office:document-content {spaces}><office:automatic-styles>
    <style:style style:name="T1" style:family="text" officeooo:rsid="PlantedMaker"/></office:automatic-styles>
    <office:body><office:text><text:tracked-changes><text:changed-region><text:deletion><dc:creator>{MAKER}</dc:creator>
    <text:p>{DELETED}</text:p></text:deletion></text:changed-region></text:tracked-changes>
    <text:p>{text}<text:change text:change-id="c1"/><office:annotation office:name="{MAKER}"><dc:creator>{MAKER}
    </dc:creator><text:p>{REMARK}</text:p></office:annotation> Daarna<text:s/>nog <text:a xlink:href="https://x.example/{MAKER}"
    office:title="{REMARK}">een verwijzing</text:a>.</text:p>
    <text:p><text:author-name>{MAKER}</text:author-name></text:p>
    {image}{body}</office:text></office:body></office:document-content>"""
    parts: dict[str, bytes | str] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": content,
        "styles.xml": f"<office:document-styles {spaces}><office:styles/></office:document-styles>",
        "meta.xml": f"<meta>{MAKER}</meta>",
        "settings.xml": f"<settings>{MAKER}</settings>",
        "Thumbnails/thumbnail.png": png(),
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{_O}manifest:1.0"/>',
    }
    added = {name.replace("__", "/").replace("_dot_", "."): written for name, written in more.items()}
    return packed({**parts, **({"Pictures/foto.jpg": picture} if picture else {}), **added})


def everything_in(content: bytes) -> bytes:
    """Return a file as it is stored, together with all that is packed in it."""
    found = [content]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            found += [package.read(name) for name in package.namelist()]
    if content.startswith(b"%PDF"):
        reader = PdfReader(io.BytesIO(content))
        for number in range(1, int(reader.trailer["/Size"])):
            thing = reader.get_object(number)
            found += [str(thing).encode(), thing.get_data() if hasattr(thing, "get_data") else b""]
    return b"\n".join(found)


def checked_file(content: bytes | None = None, name: str = "verslag.docx") -> CheckedFile:
    """Return a file that passed the check."""
    file = read_file(name, content or docx(), most=10_000_000, scanner="")
    return clear_file(file, allowed=frozenset())
