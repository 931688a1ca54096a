"""What is written short and names nobody: abbreviations with full stops, and how the name of a file ends."""

import re
from collections.abc import Iterator

from verder.textcheck.rules import any_of

_ABBREVIATIONS = (
    "a.h.v. a.u.b. b.g.g. c.q. d.d. d.m.v. d.w.z. e.a. e.d. e.e.a. e.o. e.v. e.v.a. i.c. i.c.m. i.g.v. i.h.a. i.h.b."
    " i.h.k.v. i.o.m. i.p.v. i.s.m. i.t.t. i.v.m. i.v.t. m.a.w. m.b.t. m.b.v. m.i. m.i.v. m.m.v. m.n. m.u.v. n.a.v."
    " n.b. n.n.b. n.o.t.k. n.v.t. o.a. o.b.v. o.g.v. o.i.d. o.l.v. o.t.s. p.m. q.q. r.o. s.v.p. t.a.v. t.b.v. t.g.v."
    " t.h.t. t.k.n. t.k.v. t.n.v. t.o.v. t.w.v. t.z.t. u.h.p. v.l.n.r. v.w.b. z.g.a.n. z.o.z. z.s.m."
)
_AT_THE_START = (
    "D.m.v. I.c. I.g.v. I.h.k.v. I.o.m. I.p.v. I.s.m. I.t.t. I.v.m. M.a.w. M.b.t. M.b.v. M.u.v. N.a.v. N.b. O.a. O.b.v."
    " O.g.v. O.l.v. R.o. S.v.p. T.a.v. T.b.v. T.g.v. T.o.v. T.z.t. V.w.b. Z.s.m."
)
_DOTTED = re.compile(rf"(?<![\w.-])(?:{any_of(f'{_ABBREVIATIONS} {_AT_THE_START}')})(?!\w)")
_END_OF_A_FILE = re.compile(
    r"(?<=[\w)])\.(?:xlsx?|xlsm|docx?|odt|ods|odp|pdf|pptx?|csv|txt|rtf|msg|eml|zip|jpe?g|png|heic|mp[34]|m4a|wav|mov)"
    r"(?!\w)",
    re.IGNORECASE,
)
_COUNTED = re.compile(rf"(?:[-.\w]*\w)?(?: ?\(\d{{1,3}}\))?(?:{_END_OF_A_FILE.pattern})", re.IGNORECASE)


def find_shorthand(text: str) -> Iterator[tuple[int, int]]:
    """Yield where something is written short that is part of no name."""
    for expression in (_DOTTED, _END_OF_A_FILE):
        for match in expression.finditer(text):
            yield match.span()


def goes_on_as_a_file(text: str, at: int) -> bool:
    """Say whether a name of a file ends right behind a word, at most with a count ("overzicht(3).xlsx")."""
    return bool(_COUNTED.match(text, at))
