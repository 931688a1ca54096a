"""Addresses of the office."""

from django.urls import URLPattern, URLResolver, path

from verder.web.office import bodies, handing_over, named, organisations, people, routes, text_check, words
from verder.web.office.named import PROFESSIONS, THEMES

urlpatterns: list[URLPattern | URLResolver] = [
    path("beheer", bodies.office, name="office"),
    path("beheer/mensen", people.people_list, name="office-people"),
    path("beheer/mensen/nieuw", people.invite, name="office-person-invite"),
    path("beheer/mensen/<uuid:person>", people.show_person, name="office-person"),
    path("beheer/mensen/<uuid:person>/wijzigen", people.change_person, name="office-person-change"),
    path("beheer/mensen/<uuid:person>/plek", people.give_seat, name="office-seat-give"),
    path("beheer/mensen/<uuid:person>/sluiten", people.close_account, name="office-person-close"),
    path("beheer/mensen/<uuid:person>/tweede-stap", people.reset_second_step, name="office-person-second-step"),
    path("beheer/mensen/<uuid:person>/overdragen", handing_over.hand_work_over, name="office-hand-over"),
    path("beheer/plekken/<int:seat>", people.end_seat, name="office-seat-end"),
    path("beheer/organisaties", organisations.organisation_list, name="office-organisations"),
    path("beheer/organisaties/nieuw", organisations.add_organisation, name="office-organisation-add"),
    path("beheer/organisaties/<int:pk>", organisations.change_organisation, name="office-organisation-change"),
    path("beheer/soorten/nieuw", organisations.add_kind, name="office-kind-add"),
    path("beheer/overleggen", bodies.body_list, name="office-bodies"),
    path("beheer/overleggen/<uuid:body>", bodies.change_body, name="office-body-change"),
    path("beheer/termijnen", bodies.term_list, name="office-terms"),
    path("beheer/termijnen/<str:rung>", bodies.set_term, name="office-term-set"),
    path("beheer/spoedroutes", routes.route_list, name="office-routes"),
    path("beheer/spoedroutes/nieuw", routes.add_route, name="office-route-add"),
    path("beheer/spoedroutes/<int:pk>", routes.change_route, name="office-route-change"),
    path("beheer/spoedroutes/<int:pk>/gecontroleerd", routes.check_route, name="office-route-check"),
    path("beheer/spoedroutes/<int:pk>/weghalen", routes.remove_route, name="office-route-remove"),
    path("beheer/themas", named.name_list, {"kind": THEMES}, name="office-themes"),
    path("beheer/themas/<int:pk>", named.rename, {"kind": THEMES}, name="office-theme-rename"),
    path("beheer/beroepsgroepen", named.name_list, {"kind": PROFESSIONS}, name="office-professions"),
    path("beheer/beroepsgroepen/<int:pk>", named.rename, {"kind": PROFESSIONS}, name="office-profession-rename"),
    path("beheer/tekstcontrole", text_check.text_check, name="office-text-check"),
    path("beheer/woorden", words.word_list, name="office-words"),
    path("beheer/woorden/<int:pk>/weghalen", words.remove_word, name="office-word-remove"),
]
