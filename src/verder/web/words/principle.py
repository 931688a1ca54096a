"""A shared principle to begin with: what a Platform that has none finds in the form, to discuss and to change."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

PROPOSED = _(
    "Wij kijken naar wat iemand doet en naar de schade die dat geeft. Dat doen wij bij iedereen op dezelfde manier.\n\n"
    "Kennis over een cultuur helpt om iemand te begrijpen. Zij is nooit een bewijs en nooit een verdenking.\n\n"
    "Wij zoeken eerst het gesprek met wie het aangaat, als dat veilig is. Het belang van een kind weegt zwaar.\n\n"
    "Wat wij over iemand opschrijven, durven wij aan die persoon voor te lezen."
)
