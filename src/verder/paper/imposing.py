"""Pages that people handed in, laid as they are on sheets of ours that already carry number and label.

A page becomes one drawing (a form XObject, PDF 1.7, 8.10) and is neither read nor rewritten. What was filled in or
marked on it is drawn along; links to the web stay; scripts, attachments and other actions stay behind.
"""

from __future__ import annotations

from typing import Any

from pypdf import PageObject, PdfWriter, Transformation
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    RectangleObject,
    StreamObject,
)

from verder.paper.document import is_address

STRIP = 42  # points above and below a page that was handed in
HIDDEN = 2
NOT_DRAWN = frozenset({"/Link", "/Popup"})


def size_of(page: PageObject) -> tuple[float, float]:
    """Return how wide and high a page is for its reader."""
    box = page.cropbox
    width, height = float(box.width), float(box.height)
    return (height, width) if page.rotation % 180 else (width, height)


def lay(writer: PdfWriter, sheet: PageObject, page: PageObject) -> None:
    """Lay a page on a sheet, upright, between the lines at its head and foot."""
    matrix = _upright(page)
    drawings = {NameObject("/Page"): writer._add_object(_drawing(writer, page))}  # noqa: SLF001 -- there is no other way
    steps = [f"q {_numbers(matrix)} cm /Page Do"]
    for number, (appearance, place) in enumerate(_drawn_along(page)):
        name = f"/Mark{number}"
        drawings[NameObject(name)] = writer._add_object(appearance.clone(writer))  # noqa: SLF001
        steps.append(f"q {_numbers(place)} cm {name} Do Q")
    content = DecodedStreamObject()
    content.set_data("\n".join([*steps, "Q"]).encode("ascii"))
    _add(writer, sheet, content, drawings)
    _keep_links(writer, sheet, page, matrix)


def _upright(page: PageObject) -> Transformation:
    box = page.cropbox
    left, low, right, high = (float(side) for side in (box.left, box.bottom, box.right, box.top))
    turned = {
        0: (1, 0, 0, 1, -left, STRIP - low),
        90: (0, -1, 1, 0, -low, STRIP + right),
        180: (-1, 0, 0, -1, right, STRIP + high),
        270: (0, 1, -1, 0, high, STRIP - left),
    }
    return Transformation(turned[page.rotation % 360])


def _numbers(matrix: Transformation) -> str:
    return " ".join(f"{number:.5f}" for number in matrix.ctm)


def _drawing(writer: PdfWriter, page: PageObject) -> StreamObject:
    contents = page.get_contents()
    drawing = DecodedStreamObject()
    drawing.set_data(contents.get_data() if contents is not None else b"")
    resources = page.get("/Resources", DictionaryObject()).get_object()
    drawing.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): RectangleObject(page.cropbox),
            NameObject("/Resources"): resources.clone(writer),
        }
    )
    group = page.get("/Group")
    if group is not None:
        drawing[NameObject("/Group")] = group.get_object().clone(writer)
    return drawing.flate_encode()


def _annotations(page: PageObject) -> list[Any]:
    found = page.get("/Annots")
    return [one.get_object() for one in found.get_object()] if found is not None else []


def _drawn_along(page: PageObject) -> list[tuple[StreamObject, Transformation]]:
    drawn = []
    for mark in _annotations(page):
        appearance = _appearance(mark)
        if appearance is not None:
            drawn.append((appearance, _place(appearance, mark)))
    return drawn


def _appearance(mark: Any) -> StreamObject | None:
    if mark.get("/Subtype") in NOT_DRAWN or int(mark.get("/F", 0)) & HIDDEN:
        return None
    normal = mark.get("/AP", DictionaryObject()).get_object().get("/N", DictionaryObject()).get_object()
    if not isinstance(normal, StreamObject):
        normal = normal.get(mark.get("/AS"), DictionaryObject()).get_object()
    return normal if isinstance(normal, StreamObject) else None


def _place(appearance: StreamObject, mark: Any) -> Transformation:
    """Fit an appearance in the place of its mark (PDF 1.7, 12.5.5, algorithm 8.1)."""
    a, b, c, d, e, f = (float(number) for number in appearance.get("/Matrix", (1, 0, 0, 1, 0, 0)))
    own = Transformation((a, b, c, d, e, f))
    box, target = RectangleObject(appearance.get("/BBox", mark["/Rect"])), RectangleObject(mark["/Rect"])
    corners = [own.apply_on((x, y)) for x in (box.left, box.right) for y in (box.bottom, box.top)]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    low, high = min(y for _, y in corners), max(y for _, y in corners)
    across = float(target.width) / (right - left) if right > left else 1
    up = float(target.height) / (high - low) if high > low else 1
    return Transformation((across, 0, 0, up, float(target.left) - left * across, float(target.bottom) - low * up))


def _add(writer: PdfWriter, sheet: PageObject, content: StreamObject, drawings: dict[NameObject, Any]) -> None:
    shared: Any = sheet["/Resources"].get_object()
    own: Any = shared.clone(writer, force_duplicate=True)
    known = own.get("/XObject", DictionaryObject()).get_object()
    own[NameObject("/XObject")] = DictionaryObject({**known, **drawings})
    sheet[NameObject("/Resources")] = own
    before = sheet["/Contents"].get_object()
    parts = before if isinstance(before, ArrayObject) else [sheet.raw_get("/Contents")]
    sheet[NameObject("/Contents")] = ArrayObject([*parts, writer._add_object(content)])  # noqa: SLF001


def _keep_links(writer: PdfWriter, sheet: PageObject, page: PageObject, matrix: Transformation) -> None:
    links = ArrayObject()
    for mark in _annotations(page):
        action = mark.get("/A", DictionaryObject()).get_object()
        if mark.get("/Subtype") == "/Link" and is_address(str(action.get("/URI", ""))):
            links.append(writer._add_object(_link(mark, action, matrix)))  # noqa: SLF001
    if links:
        sheet[NameObject("/Annots")] = links


def _link(mark: Any, action: Any, matrix: Transformation) -> DictionaryObject:
    box = RectangleObject(mark["/Rect"])
    one, other = (matrix.apply_on(point) for point in (box.lower_left, box.upper_right))
    sides = (min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1]))
    address = DictionaryObject({NameObject("/S"): NameObject("/URI"), NameObject("/URI"): action["/URI"]})
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Link"),
            NameObject("/Rect"): ArrayObject([FloatObject(side) for side in sides]),
            NameObject("/Border"): ArrayObject([FloatObject(0)] * 3),
            NameObject("/A"): address,
        }
    )
