"""Finds by words, in Dutch: what looks like a text, and what answers what somebody looks for."""

from __future__ import annotations

import re
from itertools import combinations

from django.contrib.postgres.search import SearchQuery

SHORTEST, MOST = 5, 8
_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
_SAY_LITTLE = re.compile(
    "alles|altijd|andere|anders|begin|bestaan|beter|blijft|daarom|dilemma|doordat|doorgaan|doorgaat|eerst|einde|elkaar"
    "|gebeuren|gebeurt|geven|geweest|gezegd|graag|hebben|heeft|hoewel|iedereen|iemand|kunnen|laten|langer|later|maken"
    "|mensen|misschien|moeten|mogen|natuurlijk|niets|nodig|omdat|onder|ongeveer|precies|reeds|samen|sinds|situatie"
    "|soort|steeds|tegen|terwijl|tijdens|totdat|tussen|vaker|verder|vinden|vindt|volgens|voordat|vraag|vragen"
    "|waar(?:bij|door|in|mee|om)|wanneer|waren|weinig|welke|wezen|wilden?|willen|worden|wordt|zeggen|zelfs|zonder"
    "|zouden|zullen"
)
_LOOKED_FOR = re.compile(r"[^\W\d_]{3,}")
_JOINING = re.compile(
    "aan|als|ben|bent|bij|daar|dan|dat|deze|die|dit|doe|doen|doet|door|dus|echt|een|gaan|gaat|geen|haar|had|heb|heel"
    "|hem|het|hier|hij|hoe|hun|kan|kun|kunt|maar|mag|meer|men|met|mij|mijn|moet|naar|niet|nog|ons|onze|ook|over|per"
    "|tot|uit|van|voor|waar|want|was|wat|weet|wel|werd|wie|wij|zal|zich|zij|zijn|zou"
)


def telling_words(text: str) -> list[str]:
    """Return the words of what somebody looks for that say something, at most eight, as they were typed first."""
    words = (word for word in _LOOKED_FOR.findall(text.casefold()) if not _JOINING.fullmatch(word))
    return list(dict.fromkeys(word for word in words if not _SAY_LITTLE.fullmatch(word)))[:MOST]


def any_of(words: list[str]) -> SearchQuery:
    """Return the query for what holds at least one of these words, in any of its forms."""
    return SearchQuery(" | ".join(words), config="dutch", search_type="raw")


def words_like(text: str) -> SearchQuery | None:
    """Return the query for what shares at least two telling words with a text; None when it has fewer."""
    words = [word for word in _WORD.findall(text.casefold()) if not _SAY_LITTLE.fullmatch(word)]
    longest = sorted(dict.fromkeys(words), key=len, reverse=True)[:MOST]
    pairs = [f"({one} & {other})" for one, other in combinations(longest, 2)]
    return SearchQuery(" | ".join(pairs), config="dutch", search_type="raw") if pairs else None
