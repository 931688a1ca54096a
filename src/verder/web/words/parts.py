"""What the parts of guidance are called, what belongs in them, and what is told of what they lack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.domain.guidance_parts import Lack, LackKind, PartCode
from verder.guidance.readiness import Need

if TYPE_CHECKING:
    from django.utils.functional import Promise, _StrPromise

    from verder.guidance.models import Publication


@dataclass(frozen=True, slots=True)
class PartWords:
    """The words for one part: its heading, what belongs in it, and the words by which people ask for it."""

    heading: _StrPromise
    help: _StrPromise
    asked_as: Promise | str = ""


PART_WORDS: dict[PartCode, PartWords] = {
    PartCode.TEXT: PartWords(
        gettext_lazy("Tekst"), gettext_lazy("Waarmee het stuk opent: wat wij nu begrijpen, en wat u ermee kunt.")
    ),
    PartCode.AUDIENCE: PartWords(
        gettext_lazy("Voor wie?"), gettext_lazy("Noem beroepen en organisaties die hier iets aan hebben.")
    ),
    PartCode.APPLIES: PartWords(
        gettext_lazy("Wanneer gebruikt u dit?"), gettext_lazy("In welke situatie helpt dit? Wat is er dan aan de hand?")
    ),
    PartCode.APPLIES_NOT: PartWords(
        gettext_lazy("Wanneer niet?"), gettext_lazy("Wanneer doet iemand iets anders, en wat dan?")
    ),
    PartCode.BEHAVIOUR: PartWords(
        gettext_lazy("Wat kunt u zien of horen?"),
        gettext_lazy("Alleen gedrag dat iemand waarneemt. Nooit afkomst, geloof of een eigenschap van een groep."),
        asked_as=gettext_lazy("signalen gedrag zien horen herkennen"),
    ),
    PartCode.CONTEXT: PartWords(
        gettext_lazy("Wat helpt om te begrijpen?"),
        gettext_lazy(
            "Culturele achtergrond die helpt om iemand te begrijpen. Zij is nooit een teken dat iemand iets doet. "
            "Noem bij elk stuk de bron, en wie met kennis hiervan meelas."
        ),
        asked_as=gettext_lazy("cultuur culturele achtergrond begrijpen"),
    ),
    PartCode.CONTEXT_NOT: PartWords(
        gettext_lazy("Wat betekent dat niet?"), gettext_lazy("Welke conclusie mag niemand hieruit trekken?")
    ),
    PartCode.SHARING: PartWords(
        gettext_lazy("Wat mag u delen?"),
        gettext_lazy("Zeg met wie, wat, en op welke grond. Twijfelt u? Verwijs naar de privacyfunctionaris."),
        asked_as=gettext_lazy("delen informatie gegevens privacy toestemming beroepsgeheim geheimhouding"),
    ),
    PartCode.STEPS: PartWords(
        gettext_lazy("Wie doet wat?"),
        gettext_lazy("Zet bij elke rol wat diegene doet."),
        asked_as=gettext_lazy("taken taakverdeling rollen"),
    ),
    PartCode.REPORTING_CODE: PartWords(
        gettext_lazy("De vijf stappen van de meldcode"),
        gettext_lazy("Wat betekent elke stap in deze situatie?"),
        asked_as=gettext_lazy("meldcode melden"),
    ),
    PartCode.DONT: PartWords(gettext_lazy("Doe dit niet"), gettext_lazy("Wat maakt het gevaarlijker of erger?")),
    PartCode.CHILD: PartWords(
        gettext_lazy("Het belang van het kind"),
        gettext_lazy("Wat heeft een kind hier nodig? Wie vraagt het?"),
        asked_as=gettext_lazy("kind kinderen"),
    ),
    PartCode.SAFETY: PartWords(
        gettext_lazy("Uw eigen veiligheid"),
        gettext_lazy("Hoe blijft veilig wie dit doet, op het werk en thuis?"),
        asked_as=gettext_lazy("veiligheid bedreiging bedreigd agressie"),
    ),
    PartCode.COMPLAINT: PartWords(
        gettext_lazy("Als iemand over discriminatie klaagt"),
        gettext_lazy("Wat antwoordt u, en hoe laat u zien dat u op gedrag let?"),
        asked_as=gettext_lazy("discriminatie discrimineren racisme klacht klachten klaagt klagen"),
    ),
    PartCode.CONTACTS: PartWords(
        gettext_lazy("Wie kunt u bellen?"),
        gettext_lazy("Kies uit de routes die het secretariaat bijhoudt. Zo klopt het nummer, ook later."),
    ),
}

CODE_STEPS: tuple[Promise, ...] = (
    gettext_lazy("Stap 1: breng signalen in kaart"),
    gettext_lazy("Stap 2: overleg met een collega of met Veilig Thuis"),
    gettext_lazy("Stap 3: praat met wie het aangaat"),
    gettext_lazy("Stap 4: weeg"),
    gettext_lazy("Stap 5: beslis"),
)

LACK_WORDS: dict[LackKind, Promise] = {
    LackKind.EMPTY: gettext_lazy("‘%(part)s’ is nog leeg."),
    LackKind.NO_STEP: gettext_lazy("‘%(part)s’: stap %(number)s is nog leeg."),
    LackKind.NO_HEADING: gettext_lazy("‘%(part)s’: zeg bij tekst %(number)s voor wie of wat hij is."),
    LackKind.NO_SOURCE: gettext_lazy("‘%(part)s’: noem de bron van tekst %(number)s."),
    LackKind.NOT_READ: gettext_lazy("‘%(part)s’: zeg wie met kennis hiervan tekst %(number)s meelas."),
}


def told_lack(lack: Lack) -> str:
    """Tell what a part lacks."""
    return str(LACK_WORDS[lack.kind]) % {"part": PART_WORDS[lack.code].heading, "number": lack.number}


def told_need(need: Need, publication: Publication) -> str:
    """Tell what a draft waits for besides its parts and its aid."""
    if need is Need.EXPERTS:
        return _("Zeg of ervaringsdeskundigen zijn gehoord, en hoe of waarom niet.")
    if need is Need.OWNER:
        return _("De eigenaar heeft geen account meer. Kies een andere eigenaar.")
    if need is Need.PRINCIPLE:
        return _("Het Platform heeft nog geen gedeeld uitgangspunt vastgesteld. Vraag het secretariaat.")
    return _("%(name)s vroeg een aanpassing. Verander het stuk. Daarna kan iemand het opnieuw nalezen.") % {
        "name": publication.returned.reader.name if publication.returned else ""
    }
