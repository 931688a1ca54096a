"""Papers that people handed in, opened: the pages of a PDF, a picture, or a reason why they cannot be bound."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps
from pypdf import PageObject, PdfReader

from verder.domain.tlp import Tlp

PICTURES = ("PNG", "JPEG", "GIF", "TIFF", "WEBP")
SHARP_ENOUGH = (2480, 3508)  # A4 at 300 points to the inch
MOST_POINTS = 80_000_000
RGB = "RGB"
# The press takes text alone, so a picture travels inside a drawing.
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
    '<image width="{width}" height="{height}" href="data:image/jpeg;base64,{data}"/></svg>'
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that somebody handed in, to be bound as it is. Its title says what it is; its file name stays out.

    One without bytes was taken away while the pack was made.
    """

    title: str
    content: bytes
    tlp: Tlp


@dataclass(frozen=True, slots=True)
class Opened:
    """A paper with what can be printed of it; `loose` says why nothing can."""

    paper: Paper
    pages: tuple[PageObject, ...] = ()
    picture: str = ""
    loose: str = ""


def opened(paper: Paper) -> Opened:
    """Open a paper by what it is, whatever it is called."""
    if not paper.content:
        return Opened(paper, loose="het bestand is weggehaald")
    if b"%PDF-" in paper.content[:1024]:
        return _opened_pdf(paper)
    return _opened_picture(paper)


def _opened_pdf(paper: Paper) -> Opened:
    try:
        reader = PdfReader(BytesIO(paper.content))
        if reader.is_encrypted and not reader.decrypt(""):
            return Opened(paper, loose="het bestand is met een wachtwoord beveiligd")
        pages = tuple(reader.pages)
        for page in pages:
            page.get_contents()
    except Exception:  # noqa: BLE001 -- files from anywhere break a reader in any way; none may stop the pack
        pages = ()
    return Opened(paper, pages) if pages else Opened(paper, loose="het bestand is beschadigd")


def _opened_picture(paper: Paper) -> Opened:
    try:
        with Image.open(BytesIO(paper.content), formats=PICTURES) as image:
            if image.width * image.height > MOST_POINTS:
                return Opened(paper, loose="de afbeelding is te groot")
            upright = ImageOps.exif_transpose(image).convert("RGBA")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Opened(paper, loose="de afbeelding is te groot")
    except Exception:  # noqa: BLE001 -- as above
        return Opened(paper, loose="dit soort bestand kan niet worden meegebonden")
    return Opened(paper, picture=_without_traces(upright))


def _without_traces(image: Image.Image) -> str:
    """Draw the picture anew on white, so that nothing comes along about who made it, where and when."""
    image.thumbnail(SHARP_ENOUGH)
    sheet = Image.new(RGB, image.size, "white")
    sheet.paste(image, mask=image.getchannel("A"))
    file = BytesIO()
    sheet.save(file, "JPEG", quality=88)
    return DRAWING.format(width=sheet.width, height=sheet.height, data=b64encode(file.getvalue()).decode("ascii"))
