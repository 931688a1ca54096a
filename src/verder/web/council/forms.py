"""What is asked of the owner of a commitment."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from verder.web.asking import VersionForm
from verder.web.checking import FreeText


class KeepForm(VersionForm):
    """What a commitment that was kept brought."""

    result = FreeText(label=_("Wat heeft het opgeleverd?"), help_text=_("De inbrenger leest dit. Noem geen namen."))


class DropForm(VersionForm):
    """Why a commitment is dropped."""

    reason = FreeText(label=_("Waarom gaat het niet door?"), help_text=_("De inbrenger leest dit. Noem geen namen."))
