"""Documents that LibreOffice itself wrote, with an author, a remark and a tracked change: read, and freed of them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.files.making import everything_in
from verder.files.cleaning import clean
from verder.files.kinds import FileKind

pytestmark = pytest.mark.slow

AUTHOR, ANSWERER, REMARK, REMOVED, PROPERTY = (
    "Schrijver Oorspronkelijk",
    "Meelezer Anders",
    "Opmerking in de kantlijn",
    "Verwijderde woorden",
    "Kenmerk van het kantoor",
)
SAID = "Dit staat er nog steeds."
ADDED = "Dit kwam er later bij."
DOCUMENT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><meta:initial-creator>{AUTHOR}</meta:initial-creator><dc:creator>{AUTHOR}</dc:creator>
<meta:user-defined meta:name="{PROPERTY}">{PROPERTY}</meta:user-defined></office:meta>
<office:body><office:text>
<text:tracked-changes>
<text:changed-region xml:id="c1" text:id="c1"><text:deletion><office:change-info><dc:creator>{ANSWERER}</dc:creator>
<dc:date>2026-01-05T10:00:00</dc:date></office:change-info><text:p>{REMOVED}</text:p></text:deletion></text:changed-region>
<text:changed-region xml:id="c2" text:id="c2"><text:insertion><office:change-info><dc:creator>{ANSWERER}</dc:creator>
<dc:date>2026-01-05T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region>
</text:tracked-changes>
<text:h text:outline-level="1">Een kop</text:h>
<text:p>{SAID}<text:change text:change-id="c1"/><office:annotation><dc:creator>{ANSWERER}</dc:creator>
<dc:date>2026-01-05T10:00:00</dc:date><text:p>{REMARK}</text:p></office:annotation></text:p>
<text:p><text:change-start text:change-id="c2"/>{ADDED}<text:change-end text:change-id="c2"/></text:p>
</office:text></office:body></office:document>
"""
TRACES = (AUTHOR, ANSWERER, REMARK, REMOVED, PROPERTY)
LEFT_IN = {"docx": set(TRACES), "odt": set(TRACES), "pdf": {AUTHOR}}
"""What LibreOffice writes into each kind: a PDF shows the text as it is, and names the author."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Let LibreOffice write the document in every kind, once."""
    folder = tmp_path_factory.mktemp("office")
    source = folder / "verslag.fodt"
    source.write_text(DOCUMENT)
    for kind in LEFT_IN:
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", kind]
        subprocess.run([*command, "--outdir", str(folder), str(source)], check=True, capture_output=True, timeout=120)  # noqa: S603 -- our own document
    return folder


def traces_in(content: bytes) -> set[str]:
    """Name what the office program knew and wrote, packed or not."""
    everything = everything_in(content)
    return {trace for trace in TRACES if any(trace.encode(one) in everything for one in ("utf-8", "utf-16-be"))}


@pytest.mark.parametrize("kind", LEFT_IN)
def test_what_an_office_program_leaves_behind_is_gone_and_the_words_are_read(written, kind):
    original = (written / f"verslag.{kind}").read_bytes()

    cleaned = clean(original)

    words = " ".join(cleaned.text.split())
    assert traces_in(original) >= LEFT_IN[kind]
    assert traces_in(cleaned.content) == set()
    assert cleaned.kind is FileKind(kind)
    assert SAID in words
    assert ADDED in words
    assert (REMOVED in words) is (kind == "pdf")  # printed as struck out: on the page, and so read and checked
