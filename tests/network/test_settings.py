"""Organisations, bodies, terms, routes, themes and words: changed by one at a time, and written down."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests import personas
from tests.factories import checked
from tests.network.acting_help import NOW, TODAY, as_secretary
from verder.audit.models import Event
from verder.domain.calendar import Term
from verder.network.acting import INSTALLATION
from verder.network.models import AllowedWord, BodyKind, Organisation, OrganisationKind, Theme, UrgentRoute
from verder.network.models import Term as TermRow
from verder.network.operations.bodies import BodyEntry, change_body, found_body
from verder.network.operations.organisations import (
    OrganisationEntry,
    OrganisationRefusal,
    OrganisationRefused,
    add_organisation,
    add_organisation_kind,
    change_organisation,
)
from verder.network.operations.routes import (
    RouteEntry,
    bring_urgent_route,
    mark_route_checked,
    remove_urgent_route,
    save_urgent_route,
)
from verder.network.operations.terms import set_term
from verder.network.operations.words import (
    ExistsAlready,
    ReasonMissing,
    add_profession,
    add_theme,
    allow_word,
    disallow_word,
    rename_profession,
    rename_theme,
)
from verder.network.queries import professions
from verder.network.versions import ChangedMeanwhile, version_of

pytestmark = pytest.mark.django_db
ACTING = {"actor": INSTALLATION, "at": NOW}
ROUTE = RouteEntry("Zorgen over een kind", "Veilig Thuis", "", "https://voorbeeld.example")


@pytest.fixture
def kind() -> OrganisationKind:
    return add_organisation_kind("gemeente", **ACTING)


@pytest.fixture
def route() -> UrgentRoute:
    return save_urgent_route(ROUTE, **ACTING)


def actions() -> list[str]:
    return list(Event.objects.values_list("action", flat=True))


def test_kinds_are_added_at_the_end_and_once(kind):
    later = add_organisation_kind("politie", **ACTING)

    with pytest.raises(OrganisationRefused) as refused:
        add_organisation_kind("Gemeente", **ACTING)

    assert later.position > kind.position
    assert refused.value.reason == OrganisationRefusal.NAME_TAKEN


def test_an_organisation_is_added_and_changed(kind):
    added = add_organisation(OrganisationEntry("Utrecht", kind), **ACTING)

    changed = change_organisation(added, OrganisationEntry("Zeist", kind), **ACTING, seen=version_of(added))

    assert changed.name == "Zeist"
    assert actions() == ["organisation_kind.add", "organisation.add", "organisation.change"]


def test_no_two_organisations_have_one_name(kind):
    add_organisation(OrganisationEntry("Utrecht", kind), **ACTING)

    with pytest.raises(OrganisationRefused) as refused:
        add_organisation(OrganisationEntry("utrecht", kind), **ACTING)

    assert refused.value.reason == OrganisationRefusal.NAME_TAKEN


def test_an_organisation_is_never_part_of_itself(kind):
    above = add_organisation(OrganisationEntry("Boven", kind), **ACTING)
    part = add_organisation(OrganisationEntry("Onder", kind, above), **ACTING)

    with pytest.raises(OrganisationRefused) as refused:
        change_organisation(above, OrganisationEntry("Boven", kind, part), **ACTING)

    assert refused.value.reason == OrganisationRefusal.PART_OF_ITSELF


def test_an_organisation_that_a_colleague_changed_stays(kind):
    organisation = personas.organisation()
    seen = version_of(organisation)
    Organisation.objects.update(name="Eerste")

    with pytest.raises(ChangedMeanwhile):
        change_organisation(organisation, OrganisationEntry("Tweede", kind), **ACTING, seen=seen)

    assert Organisation.objects.get().name == "Eerste"


def test_a_body_is_founded_once_and_changed():
    body = found_body(BodyKind.PLATFORM, BodyEntry("Platform"), **ACTING)

    changed = change_body(body, BodyEntry("Landelijk", meetings_per_year=2), **ACTING, seen=version_of(body))

    assert (changed.name, changed.meetings_per_year) == ("Landelijk", 2)
    assert actions() == ["body.found", "body.change"]
    with pytest.raises(IntegrityError), transaction.atomic():
        found_body(BodyKind.PLATFORM, BodyEntry("Nog een"), **ACTING)


def test_a_term_is_set_by_whoever_is_first():
    standard = Term(5, working_days=True)
    set_term("intake", Term(7), **ACTING, seen=standard)

    with pytest.raises(ChangedMeanwhile):
        set_term("intake", Term(9), **ACTING, seen=standard)

    assert TermRow.objects.get().days == 7
    assert Event.objects.get().details == {"rung": "intake", "days": 7, "working_days": False}


def test_a_term_is_set_without_looking_by_the_installation():
    set_term("intake", Term(7), **ACTING)

    changed = set_term("intake", Term(9), **ACTING)

    assert changed.days == 9


def test_an_urgent_route_counts_as_checked_when_it_is_saved(route):
    assert route.last_checked_on == TODAY

    second = save_urgent_route(ROUTE, **ACTING)

    assert second.position > route.position


def test_an_urgent_route_that_comes_with_the_software_waits_for_somebody_to_check_it(route):
    brought = bring_urgent_route(ROUTE, **ACTING)

    assert (brought.last_checked_on, brought.position > route.position) == (None, True)
    assert mark_route_checked(brought, **ACTING).last_checked_on == TODAY
    assert actions() == ["urgent_route.save", "urgent_route.save", "urgent_route.check"]


def test_an_urgent_route_is_changed_checked_and_removed(route):
    UrgentRoute.objects.update(last_checked_on=date(2026, 1, 1))

    checked = mark_route_checked(route, **ACTING)
    changed = save_urgent_route(RouteEntry("Nu", "112", "112"), **ACTING, route=checked, seen=version_of(checked))
    remove_urgent_route(changed, **ACTING, seen=version_of(changed))

    assert (checked.last_checked_on, changed.telephone) == (TODAY, "112")
    assert not UrgentRoute.objects.exists()
    assert actions() == ["urgent_route.save", "urgent_route.check", "urgent_route.save", "urgent_route.remove"]


@pytest.mark.parametrize("operation", [mark_route_checked, remove_urgent_route])
def test_a_route_that_a_colleague_changed_stays(route, operation):
    with pytest.raises(ChangedMeanwhile):
        operation(route, **ACTING, seen="old")

    assert UrgentRoute.objects.get() == route


def test_themes_have_names_of_their_own():
    theme, other = add_theme("Uithuwelijking", **ACTING), add_theme("Schuld", **ACTING)

    renamed = rename_theme(theme, "uithuwelijking", **ACTING, seen=version_of(theme))

    assert renamed.name == "uithuwelijking"
    with pytest.raises(ExistsAlready):
        rename_theme(other, "Uithuwelijking", **ACTING)
    with pytest.raises(ExistsAlready):
        add_theme("schuld", **ACTING)
    assert Theme.objects.count() == 2


def test_professions_have_names_of_their_own():
    profession = add_profession("Wijkteam", **ACTING)

    renamed = rename_profession(profession, "Wijkteams", **ACTING, seen=version_of(profession))

    assert [one.name for one in professions()] == [renamed.name]
    with pytest.raises(ExistsAlready):
        add_profession("wijkteams", **ACTING)


def test_words_are_allowed_once_and_disallowed():
    word = allow_word("Utrecht", reason=checked("Een stad."), actor=as_secretary(), at=NOW)
    with pytest.raises(ExistsAlready):
        allow_word("utrecht", reason=checked("Een provincie."), **ACTING)
    with pytest.raises(ReasonMissing):
        allow_word("Zeist", reason=checked(" "), **ACTING)
    assert (word.reason, word.allowed_at, word.allowed_by is None) == ("Een stad.", NOW, False)

    disallow_word(word, **ACTING)

    assert not AllowedWord.objects.exists()
    assert actions() == ["allowed_word.add", "allowed_word.remove"]
