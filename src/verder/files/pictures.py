"""Pictures: drawn anew from their points alone, and read chunk by chunk to prove that nothing else is left."""

from __future__ import annotations

import io
import struct
import warnings

from PIL import Image, ImageOps

from verder.files.kinds import JPEG_START, PNG_START, FileKind
from verder.files.limits import MOST_PIXELS
from verder.files.refusal import FileRefused, Reason

_FORMATS = {FileKind.PNG: "PNG", FileKind.JPEG: "JPEG"}
_DRAWN_IN = {FileKind.PNG: {"L", "LA", "RGB", "RGBA"}, FileKind.JPEG: {"L", "RGB"}}
_QUALITY = 90
_PNG_CHUNKS = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS"})
_MARK, _SCAN, _END, _COMMENT, _JFIF, _ADOBE = 0xFF, 0xDA, 0xD9, 0xFE, 0xE0, 0xEE
_APPLICATION = range(0xE0, 0xF0)
_STANDING_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})


def redraw(content: bytes, kind: FileKind) -> bytes:
    """Return a picture drawn anew, upright and without anything but its points; raise FileRefused when it cannot."""
    try:
        with _opened(content, kind) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise FileRefused(Reason.PICTURE_TOO_LARGE)
            upright = ImageOps.exif_transpose(picture)
            plain = upright if upright.mode in _DRAWN_IN[kind] else upright.convert(_plain_mode(upright, kind))
    except Image.DecompressionBombError:
        raise FileRefused(Reason.PICTURE_TOO_LARGE) from None
    except (OSError, SyntaxError, ValueError, EOFError, struct.error, IndexError, KeyError, TypeError):
        raise FileRefused(Reason.BROKEN) from None
    return _written(plain, kind)


def _opened(content: bytes, kind: FileKind) -> Image.Image:
    """Open a picture; how large it is, is for the caller to judge."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        return Image.open(io.BytesIO(content), formats=[_FORMATS[kind]])


def _plain_mode(picture: Image.Image, kind: FileKind) -> str:
    return "RGBA" if kind is FileKind.PNG and picture.has_transparency_data else "RGB"


def _written(picture: Image.Image, kind: FileKind) -> bytes:
    picture.info.clear()
    target = io.BytesIO()
    if kind is FileKind.PNG:
        picture.save(target, "PNG")
    else:
        picture.save(target, "JPEG", quality=_QUALITY)
    return target.getvalue()


def is_bare(content: bytes, kind: FileKind) -> bool:
    """Tell whether a picture holds its points and nothing else, by reading it chunk by chunk."""
    return _is_bare_png(content) if kind is FileKind.PNG else bare_jpeg(content) == content


def _is_bare_png(content: bytes) -> bool:
    place, name = len(PNG_START), b""
    while name != b"IEND":
        if place + 12 > len(content):
            return False
        length, name = struct.unpack(">I4s", content[place : place + 8])
        if name not in _PNG_CHUNKS:
            return False
        place += 12 + length
    return content.startswith(PNG_START) and place == len(content)


def bare_jpeg(content: bytes) -> bytes:
    """Return a JPEG without comments and without what applications wrote in it; raise FileRefused when it is broken.

    Its points stay as they are. Only the two segments that say how to read its colours are kept, and only when they
    have the length that they must have.
    """
    if not content.startswith(JPEG_START):
        raise FileRefused(Reason.BROKEN)
    kept, place = [content[:2]], 2
    while True:
        marker, end = _segment(content, place)
        if marker == _END:
            return b"".join([*kept, content[place:end]])
        segment = content[place:end]
        if marker == _SCAN:
            end = _end_of_scan(content, end)
            segment = content[place:end]
        if _says_how_to_read(marker, segment):
            kept.append(segment)
        place = end


def _segment(content: bytes, place: int) -> tuple[int, int]:
    """Return the marker at a place, and where its segment ends."""
    if place + 2 > len(content) or content[place] != _MARK:
        raise FileRefused(Reason.BROKEN)
    marker = content[place + 1]
    if marker == _END or marker in _STANDING_ALONE:
        return marker, place + 2
    if place + 4 > len(content):
        raise FileRefused(Reason.BROKEN)
    length = int.from_bytes(content[place + 2 : place + 4], "big")
    end = place + 2 + length
    if length < 2 or end > len(content):  # noqa: PLR2004 -- a length counts its own two bytes
        raise FileRefused(Reason.BROKEN)
    return marker, end


def _end_of_scan(content: bytes, place: int) -> int:
    """Return where the points of a scan end: at a marker that is neither a stuffed byte nor a restart."""
    while True:
        place = content.find(b"\xff", place)
        if place < 0 or place + 1 >= len(content):
            raise FileRefused(Reason.BROKEN)
        if content[place + 1] != 0 and content[place + 1] not in _STANDING_ALONE:
            return place
        place += 2


def _says_how_to_read(marker: int, segment: bytes) -> bool:
    if marker == _JFIF:
        return segment[4:9] == b"JFIF\x00" and len(segment) == 18  # noqa: PLR2004 -- without a thumbnail
    if marker == _ADOBE:
        return segment[4:9] == b"Adobe" and len(segment) == 16  # noqa: PLR2004 -- its one fixed length
    return marker not in _APPLICATION and marker != _COMMENT
