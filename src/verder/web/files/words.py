"""What people read about files: why one is not taken in, what it is, and how it was checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from verder.files.kinds import FileKind
from verder.files.models import LookState
from verder.files.refusal import Reason
from verder.files.scanner import Scan

if TYPE_CHECKING:
    from django.utils.functional import Promise

KINDS: dict[str, Promise] = {
    FileKind.PDF: _("PDF"),
    FileKind.DOCX: _("Word-document"),
    FileKind.ODT: _("OpenDocument-tekst"),
    FileKind.PNG: _("afbeelding"),
    FileKind.JPEG: _("foto"),
}
STATES: dict[str, Promise] = {
    LookState.READ: _("De computer las alle tekst."),
    LookState.TO_LOOK_AT: _(
        "Hierin staan beelden of tekst die de computer niet kan lezen. Dit kan niet worden gecontroleerd; een mens "
        "moet kijken."
    ),
    LookState.LOOKED_AT: _("De computer kon niet alles lezen. Iemand van het secretariaat keek ernaar."),
}
SCANS: dict[str, Promise] = {
    Scan.ABSENT: _("Deze Verder heeft geen virusscanner."),
    Scan.CLEAN: _("De virusscanner vond niets."),
    Scan.UNREACHABLE: _("De virusscanner geeft geen antwoord."),
}
SCANNERS: dict[str, Promise] = {
    Scan.ABSENT: _("Er is geen virusscanner. Bestanden worden wel ontdaan van programma’s, maar niet gescand."),
    Scan.CLEAN: _("De virusscanner doet het. Elk bestand wordt gescand."),
    Scan.UNREACHABLE: _("De virusscanner geeft geen antwoord. Zolang dat zo is, kan niemand een bestand toevoegen."),
}

WHY_NOT: dict[Reason, Promise] = {
    Reason.EMPTY: _("er staat niets in. Kies een ander bestand."),
    Reason.TOO_LARGE: _("het is te groot. Kies een kleiner bestand, of verdeel het."),
    Reason.UNKNOWN_KIND: _("dit soort bestand nemen wij niet aan. Sla het op als PDF, DOCX, ODT, PNG of JPEG."),
    Reason.ENCRYPTED: _("er zit een wachtwoord of slot op, dus wij kunnen het niet lezen. Haal dat eraf."),
    Reason.BROKEN: _("het is niet te lezen; misschien is het beschadigd. Open het, sla het opnieuw op als PDF."),
    Reason.BOMB: _("het lezen ervan kost te veel tijd of geheugen. Sla het opnieuw op als PDF, of maak het kleiner."),
    Reason.TOO_MUCH_TEXT: _("er staat meer tekst in dan wij kunnen controleren. Kies het deel waar het om gaat."),
    Reason.TOO_MANY_PAGES: _("het heeft te veel bladzijden om te controleren. Kies het deel waar het om gaat."),
    Reason.PICTURE_TOO_LARGE: _("de afbeelding heeft te veel beeldpunten. Maak haar kleiner."),
    Reason.ODD_PICTURE: _(
        "er staat een soort afbeelding in waar wij geen gegevens uit kunnen halen. Sla het op als PDF, of neem de "
        "afbeelding op als PNG of JPEG."
    ),
    Reason.MACROS: _("er zit een programma (macro) in. Sla het op zonder macro’s."),
    Reason.EMBEDDED: _("er zit een ander bestand in, zoals een rekenblad. Sla het op als PDF."),
    Reason.FORM: _("er zit een formulier in. Druk het af naar een nieuwe PDF."),
    Reason.NOT_STRIPPED: _("wij konden er niet alle gegevens over de maker uithalen. Sla het opnieuw op als PDF."),
    Reason.INFECTED: _("de virusscanner vond er iets in. Vraag uw ICT-afdeling om hulp."),
    Reason.NO_SCAN: _("de virusscanner geeft geen antwoord. Probeer het later nog eens."),
    Reason.BUSY: _("wij lezen nu andere bestanden. Probeer het over een minuut nog eens."),
}
"""After ‘Dit bestand is niet toegevoegd:’."""
