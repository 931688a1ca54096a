"""Measure the text check beside others, in one run: names, addresses and numbers, careful language, speed.

    uv run --with deduce --with presidio-analyzer python bench/textcheck.py FOLDER [--half held]

FOLDER holds `privacy.jsonl` and `language.jsonl` (see the README of the development set). Without deduce
or Presidio only Verder is measured; the others are installed for the bench alone. Presidio runs with its
pattern recognisers, since it has no Dutch names without a model that must be downloaded.

The halves are fixed: `tune` was used while the check was made, `held` was kept apart.
"""

import argparse
import importlib.util
import json
import random
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

WORD = re.compile(r"\w+")
STRUCTURAL = ("BSN", "PHONE", "EMAIL", "IBAN", "POSTCODE", "PLATE", "DOB", "CASE", "URL", "HANDLE", "ADDRESS")
TRAITS = ("ETHNIC", "QUASI")
OPENINGS = "b br d dr f fr g gr h j k kl l m n p pr r s st t v w z".split()
VOWELS, CLOSINGS = "a e i o u aa ie oe ou ei".split(), [*"nrlsmktd", *[""] * 6]
PARTICLES = {"van", "der", "den", "ter", "ten", "het", "el", "al", "ben"}


@dataclass(frozen=True, slots=True)
class Mark:
    """Hold one marked stretch of a text."""

    start: int
    end: int
    label: str
    stops: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one text with what should be found in it."""

    name: str
    text: str
    marks: tuple[Mark, ...]


Checker = Callable[[str], list[Mark]]


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a development set."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [
        Row(row["id"], row["text"], tuple(Mark(one["start"], one["end"], one["label"]) for one in row["spans"]))
        for row in rows
    ]


def privacy_half(rows: list[Row], half: str) -> list[Row]:
    """Return the texts that were used (`tune`) or kept apart (`held`: numbers 49 to 113)."""
    return [row for row in rows if (49 <= int(row.name[2:]) <= 113) == (half == "held")]


def language_half(rows: list[Row], half: str) -> list[Row]:
    """Return the items that were used (`tune`) or kept apart (`held`: every eighth, from the sixth)."""
    return [row for row in rows if (int(row.name[2:]) % 8 == 6) == (half == "held")]


def new_name(dice: random.Random) -> str:
    """Return a name that stands in no list."""
    parts = (dice.choice(OPENINGS) + dice.choice(VOWELS) + dice.choice(CLOSINGS) for _ in range(dice.choice((2, 2, 3))))
    return "".join(parts).capitalize()


def swapped(row: Row) -> Row:
    """Return the row with every name of a person changed into one that stands in no list."""
    dice, known = random.Random(row.name), dict[str, str]()

    def swap(match: re.Match[str]) -> str:
        word = match[0]
        if len(word) < 3 or word.lower() in PARTICLES:
            return word
        name = known.setdefault(word.lower(), new_name(dice))
        return name.lower() if word.islower() else name.upper() if word.isupper() else name

    text, marks, at = "", [], 0
    for mark in sorted(row.marks, key=lambda mark: mark.start):
        text += row.text[at : mark.start]
        surface = row.text[mark.start : mark.end]
        surface = WORD.sub(swap, surface) if mark.label == "PERSON" else surface
        marks.append(replace(mark, start=len(text), end=len(text) + len(surface)))
        text, at = text + surface, mark.end
    return Row(row.name, text + row.text[at:], tuple(marks))


def lowered(row: Row) -> Row:
    """Return the row in small letters."""
    return replace(row, text="".join(low if len(low := sign.lower()) == 1 else sign for sign in row.text))


def share(part: int, whole: int) -> str:
    """Return a share with its sample size."""
    return f"{part / whole:.3f} ({part}/{whole})" if whole else "-"


def persons(rows: list[Row], check: Checker) -> tuple[str, str, str]:
    """Return token recall, token precision and the share of documents with a missed person."""
    hit = total = right = shown = leaked = documents = 0
    for row in rows:
        found = [mark for mark in check(row.text) if mark.label == "PERSON"]
        meant = [mark for mark in row.marks if mark.label == "PERSON"]
        tokens = [match.span() for match in WORD.finditer(row.text)]
        in_meant = {span for span in tokens if any(m.start < span[1] and span[0] < m.end for m in meant)}
        in_found = {span for span in tokens if any(m.start < span[1] and span[0] < m.end for m in found)}
        hit, total = hit + len(in_meant & in_found), total + len(in_meant)
        right, shown = right + len(in_meant & in_found), shown + len(in_found)
        documents += bool(meant)
        leaked += bool(in_meant - in_found)
    return share(hit, total), share(right, shown), share(leaked, documents)


def labels(rows: list[Row], check: Checker) -> Counter[tuple[str, str]]:
    """Return how many marks of each label there are, and how many were found under that label."""
    count: Counter[tuple[str, str]] = Counter()
    for row in rows:
        found = check(row.text)
        for mark in row.marks:
            count[mark.label, "all"] += 1
            count[mark.label, "found"] += any(
                one.label == mark.label and one.start < mark.end and mark.start < one.end for one in found
            )
    return count


def stopped_when_clean(rows: list[Row], check: Checker) -> str:
    """Return the share of texts without any mark that are stopped."""
    clean = [row for row in rows if not row.marks]
    return share(sum(any(mark.stops for mark in check(row.text)) for row in clean), len(clean))


def milliseconds(rows: list[Row], check: Checker) -> tuple[float, float]:
    """Return processor milliseconds per 1,000 characters, and for one text of 3,000."""
    started = time.process_time()
    for row in rows:
        check(row.text)
    spent = time.process_time() - started
    long, times = "\n".join(row.text for row in rows)[:3000], []
    for _ in range(15):
        started = time.process_time()
        check(long)
        times.append(time.process_time() - started)
    return spent * 1e6 / sum(len(row.text) for row in rows), sorted(times)[7] * 1000


def careless(rows: list[Row]) -> None:
    """Print precision and recall of careful language, per sentence."""
    from verder.textcheck.language import find_careless  # noqa: PLC0415
    from verder.textcheck.statements.cut import SENTENCE  # noqa: PLC0415

    count: Counter[str] = Counter()
    per_label: Counter[tuple[str, str]] = Counter()
    for row in rows:
        found = list(find_careless(row.text))
        for sentence in SENTENCE.finditer(row.text):
            start, end = sentence.span()
            meant = {mark.label for mark in row.marks if mark.start < end and start < mark.end}
            shown = {one.label.value for one in found if one.start < end and start < one.end}
            count["right"] += bool(meant and shown)
            count["shown"] += bool(shown)
            count["meant"] += bool(meant)
            per_label.update((label, "found") for label in meant & shown)
            per_label.update((label, "all") for label in meant)
    print(f"  careful language, per sentence: precision {share(count['right'], count['shown'])}", end="")
    print(f", recall {share(count['right'], count['meant'])}")
    found_labels = sorted({label for label, _ in per_label})
    print(
        "  recall per label:",
        ", ".join(f"{one} {share(per_label[one, 'found'], per_label[one, 'all'])}" for one in found_labels),
    )


def verder() -> Checker:
    """Return Verder's check."""
    from verder.textcheck import check_privacy  # noqa: PLC0415

    nothing = frozenset[str]()
    return lambda text: [
        Mark(one.start, one.end, one.label.value, one.level.value == "stop")
        for one in check_privacy(text, allowed=nothing)
    ]


def deduce() -> Checker:
    """Return deduce with the names of its labels made ours."""
    from deduce import Deduce  # noqa: PLC0415

    names = {
        "persoon": "PERSON",
        "patient": "PERSON",
        "locatie": "ADDRESS",
        "telefoonnummer": "PHONE",
        "emailadres": "EMAIL",
    }
    names |= {"bsn": "BSN", "url": "URL", "datum": "DOB", "id": "CASE"}
    engine = Deduce()
    return lambda text: [
        Mark(one.start_char, one.end_char, names.get(one.tag, one.tag)) for one in engine.deidentify(text).annotations
    ]


def presidio() -> Checker:
    """Return Presidio with its pattern recognisers for Dutch texts."""
    import spacy  # noqa: PLC0415
    import tldextract  # noqa: PLC0415
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry  # noqa: PLC0415
    from presidio_analyzer.nlp_engine import SpacyNlpEngine  # noqa: PLC0415
    from presidio_analyzer.predefined_recognizers import (  # noqa: PLC0415
        EmailRecognizer,
        IbanRecognizer,
        PhoneRecognizer,
        UrlRecognizer,
    )

    # Without a network its list of domains is the one it brings; reserved domains (.example) are none for it.
    offline = tldextract.TLDExtract(suffix_list_urls=())
    tldextract.extract = offline
    tldextract.tldextract.TLD_EXTRACTOR = offline

    class Blank(SpacyNlpEngine):
        """Serve an empty Dutch pipeline, so nothing is downloaded."""

        def __init__(self) -> None:
            super().__init__()
            self.nlp = {"nl": spacy.blank("nl")}

    registry = RecognizerRegistry(supported_languages=["nl"])
    for recogniser in (EmailRecognizer, IbanRecognizer, UrlRecognizer):
        registry.add_recognizer(recogniser(supported_language="nl"))
    registry.add_recognizer(PhoneRecognizer(supported_language="nl", supported_regions=("NL",)))
    engine = AnalyzerEngine(registry=registry, nlp_engine=Blank(), supported_languages=["nl"])
    names = {"EMAIL_ADDRESS": "EMAIL", "IBAN_CODE": "IBAN", "PHONE_NUMBER": "PHONE"}
    return lambda text: [
        Mark(one.start, one.end, names.get(one.entity_type, one.entity_type))
        for one in engine.analyze(text, language="nl")
    ]


CHECKERS: dict[str, tuple[str, Callable[[], Checker]]] = {
    "verder": ("verder", verder),
    "deduce": ("deduce", deduce),
    "presidio": ("presidio_analyzer", presidio),
}


def measure(name: str, folder: Path, half: str) -> None:
    """Print every measure of one checker; a process of its own keeps memory and start-up honest."""
    started = time.process_time()
    check = CHECKERS[name][1]()
    check("Een eerste tekst van Fatima.")
    start_up = time.process_time() - started
    rows = privacy_half(read_rows(folder / "privacy.jsonl"), half)
    print(f"\n{name} on {half} ({len(rows)} texts, {sum(not row.marks for row in rows)} clean)")
    for title, changed in (("as written", rows), ("names swapped", [swapped(row) for row in rows])):
        recall, precision, leak = persons(changed, check)
        print(f"  persons, {title}: recall {recall}, precision {precision}, documents that leak {leak}")
    print(f"  persons, lower case: recall {persons([lowered(row) for row in rows], check)[0]}", end="")
    print(f"; swapped too {persons([lowered(swapped(row)) for row in rows], check)[0]}")
    count = labels(rows, check)
    for group in (STRUCTURAL, TRAITS):
        print("  " + ", ".join(f"{one} {share(count[one, 'found'], count[one, 'all'])}" for one in group))
    print(f"  clean texts stopped: {stopped_when_clean(rows, check)}")
    per_thousand, long = milliseconds(rows, check)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  {per_thousand:.1f} ms per 1,000 characters, {long:.1f} ms for 3,000 (processor)", end="")
    print(f"; start {start_up:.2f} s; memory {memory:.0f} MB")
    if name == "verder":
        careless(language_half(read_rows(folder / "language.jsonl"), half))


def main() -> None:
    """Measure every checker that is installed, on both halves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", choices=("tune", "held"), action="append")
    parser.add_argument("--only", choices=tuple(CHECKERS))
    chosen = parser.parse_args()
    for half in chosen.half or ("tune", "held"):
        if chosen.only:
            measure(chosen.only, chosen.folder, half)
            continue
        for name, (package, _) in CHECKERS.items():
            if importlib.util.find_spec(package):
                subprocess.run(
                    [sys.executable, __file__, str(chosen.folder), "--only", name, "--half", half], check=True
                )
            else:
                print(f"\n{name}: not installed")


if __name__ == "__main__":
    main()
