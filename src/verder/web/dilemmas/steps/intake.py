"""The steps that the secretariat takes at intake."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verder.deliberation.models import Dilemma, Presenter
from verder.deliberation.operations import exchange, secretariat
from verder.deliberation.queries.situation import Situation, readable
from verder.domain.ladder import Step
from verder.domain.rungs import ENDS, Need
from verder.domain.tlp import Tlp, is_wider
from verder.guidance.queries import published
from verder.web.checking import FreeText
from verder.web.dilemmas.steps.page import StepForm, StepPage, as_submitter_reads
from verder.web.dilemmas.tasks import Fact, Order, Preview
from verder.web.words.labels import TLP_IN_SHORT
from verder.web.words.needs import NEED

GUIDANCE_OFFERED = 50
PRESENTERS = {
    Presenter.SECRETARIAT: gettext_lazy("Het secretariaat"),
    Presenter.PARTICIPANT: gettext_lazy("Een deelnemer van het Platform"),
    Presenter.SUBMITTER: gettext_lazy("De inbrenger zelf"),
}


class AnswerForm(StepForm):
    """Which guidance answers a dilemma: what is published here and its submitter may read, or a link elsewhere."""

    optional = frozenset({Need.WHERE_TO})
    guidance = forms.MultipleChoiceField(
        label=NEED[Need.GUIDANCE_OR_LINK].label,
        help_text=gettext_lazy("Hier staat alleen wat de inbrenger mag lezen."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def offer(self) -> None:
        """Offer what the submitter may read, newest first."""
        person = self.situation.dilemma.submitter.person
        labels = [Tlp.CLEAR, Tlp.GREEN] if person else [Tlp.CLEAR]
        found = published(self.situation.actor.standing).filter(tlp__in=labels)[:GUIDANCE_OFFERED]
        self.publications = {str(one.key): one for one in found}
        self.choose("guidance", [(key, one.title) for key, one in self.publications.items()])

    def clean(self) -> dict[str, Any]:
        """Ask for guidance or a link, and put the publications themselves in the place of their keys."""
        said = self.cleaned_data
        said["guidance"] = [self.publications[key] for key in said.get("guidance", [])]
        if not said["guidance"] and not said.get(Need.WHERE_TO):
            self.add_error("guidance", NEED[Need.GUIDANCE_OR_LINK].missing)
        return said


class MergeForm(StepForm):
    """Which dilemma this one joins."""

    dilemma_to_join = forms.CharField(
        label=NEED[Need.DILEMMA_TO_JOIN].label,
        help_text=NEED[Need.DILEMMA_TO_JOIN].help,
        max_length=12,
        widget=forms.TextInput(attrs={"class": "verder-input--short", "autocomplete": "off"}),
    )

    def clean_dilemma_to_join(self) -> Dilemma:
        """Find the other dilemma: one that is under way and that the reader may see."""
        number = self.cleaned_data["dilemma_to_join"].strip()
        found = readable(self.situation.actor).filter(number=number).first()
        if found is None:
            raise forms.ValidationError(_("Er is geen dilemma met dit nummer. Kijk het nummer na."))
        if found.pk == self.situation.dilemma.pk or found.rung in ENDS:
            raise forms.ValidationError(_("Kies een ander dilemma, en een dat nog loopt."))
        return found


class AdmitForm(StepForm):
    """How a dilemma goes to the Platform: under which label, who presents it, and under which public title."""

    tlp_label = forms.ChoiceField(
        label=NEED[Need.TLP_LABEL].label, help_text=NEED[Need.TLP_LABEL].help, widget=forms.RadioSelect
    )
    presenter = forms.ChoiceField(
        label=NEED[Need.PRESENTER].label, choices=list(PRESENTERS.items()), widget=forms.RadioSelect
    )
    public_title = FreeText(
        label=gettext_lazy("Openbare titel"),
        help_text=gettext_lazy(
            "Iedereen kan deze titel lezen. Noem het onderwerp, en niets waaraan iemand te herkennen is."
        ),
        rows=1,
        max_length=150,
        required=False,
    )

    def offer(self) -> None:
        """Offer the labels that are not wider than the submitter allowed."""
        dilemma = self.situation.dilemma
        allowed = [label for label in reversed(Tlp) if not is_wider(label, Tlp(dilemma.tlp))]
        self.choose("tlp_label", [(label, f"{label}: {TLP_IN_SHORT[label]}") for label in allowed])
        self.initial = {
            "tlp_label": dilemma.tlp,
            "presenter": dilemma.presenter,
            "public_title": dilemma.public_title,
            **self.initial,
        }


def shared_facts(situation: Situation) -> tuple[Fact, ...]:
    """Show the question and the situation as others will read them."""
    dilemma = situation.dilemma
    if not hasattr(dilemma, "shared"):
        return ()
    return (Fact(_("De vraag"), dilemma.shared.question), Fact(_("Situatie"), dilemma.shared.situation))


def _ask(order: Order) -> object:
    return exchange.ask_submitter(order.number, question=order.words[Need.QUESTION], **order.who)


def _proceed(order: Order) -> object:
    return exchange.proceed(order.number, reason=order.words[Need.REASON], **order.who)


def _answer(order: Order) -> object:
    return secretariat.answer(
        order.number,
        publications=order.chosen["guidance"],
        link=order.words[Need.WHERE_TO],
        message=order.words[Need.MESSAGE_TO_SUBMITTER],
        **order.who,
    )


def _refer(order: Order) -> object:
    return secretariat.refer(
        order.number,
        where_to=order.words[Need.WHERE_TO],
        message=order.words[Need.MESSAGE_TO_SUBMITTER],
        **order.who,
    )


def _decline(order: Order) -> object:
    return secretariat.decline(
        order.number, reason=order.words[Need.REASON], message=order.words[Need.MESSAGE_TO_SUBMITTER], **order.who
    )


def _merge(order: Order) -> object:
    into = order.chosen["dilemma_to_join"].number
    return secretariat.merge(order.number, into=into, message=order.words[Need.MESSAGE_TO_SUBMITTER], **order.who)


def _admit(order: Order) -> object:
    return secretariat.admit(
        order.number,
        tlp=Tlp(order.chosen["tlp_label"]),
        presenter=Presenter(order.chosen["presenter"]),
        public_title=order.words["public_title"].text,
        **order.who,
    )


def _guidance_preview(step: Step, situation: Situation, order: Order) -> Preview:
    read = as_submitter_reads()(step, situation, order)
    return Preview(read.title, (*read.facts, *(Fact(_("Handreiking"), one.title) for one in order.chosen["guidance"])))


def _merge_preview(step: Step, situation: Situation, order: Order) -> Preview:
    other = order.chosen["dilemma_to_join"]
    text = other.shared.question if hasattr(other, "shared") else other.original.question
    read = as_submitter_reads()(step, situation, order)
    return Preview(read.title, (Fact(_("Gaat samen met %(number)s") % {"number": other.number}, text), *read.facts))


PAGES = {
    "ask_submitter": StepPage(_ask),
    "proceed": StepPage(_proceed),
    "answer": StepPage(_answer, AnswerForm, preview=_guidance_preview),
    "refer": StepPage(_refer),
    "decline": StepPage(_decline),
    "merge": StepPage(_merge, MergeForm, preview=_merge_preview),
    "admit": StepPage(_admit, AdmitForm, facts=shared_facts),
}
