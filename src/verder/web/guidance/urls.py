"""Addresses of guidance: what is published under its title, drafts under a key that says nothing."""

from django.urls import path

from verder.web.guidance import (
    aid_editing,
    data,
    feedback,
    keeping,
    principle,
    printed,
    reviewing,
    views,
    walking,
    writing,
)

urlpatterns = [
    path("kennis", views.guidance_list, name="guidance-list"),
    path("kennis/<slug:slug>", views.guidance, name="guidance"),
    path("kennis/<slug:slug>.json", data.guidance_data, name="guidance-data"),
    path("kennis/<slug:slug>.pdf", printed.factsheet, name="guidance-pdf"),
    path("kennis/<slug:slug>/stappen", walking.steps, name="guidance-steps"),
    path("kennis/<slug:slug>/schema", walking.scheme, name="guidance-scheme"),
    path("kennis/<slug:slug>/stappen.pdf", walking.steps_pdf, name="guidance-steps-pdf"),
    path("kennis/<slug:slug>/versie/<int:number>", keeping.earlier, name="guidance-earlier"),
    path("kennis/<slug:slug>/volgende", keeping.begin_next, name="guidance-next"),
    path("kennis/<slug:slug>/trek-in", keeping.withdraw, name="guidance-withdraw"),
    path("kennis/<slug:slug>/haal-terug", keeping.take_back, name="guidance-take-back"),
    path("kennis/<slug:slug>/gebruikt", feedback.used, name="guidance-used"),
    path("kennis/<slug:slug>/gebruikt/dank", feedback.thanks, name="guidance-used-thanks"),
    path("concepten", views.drafts, name="guidance-drafts"),
    path("concepten/nieuw", writing.write, name="guidance-write"),
    path("concepten/<uuid:key>", views.draft, name="guidance-draft"),
    path("concepten/<uuid:key>/bewerk", writing.edit, name="guidance-edit"),
    path("concepten/<uuid:key>/delen", writing.parts, name="guidance-parts"),
    path("concepten/<uuid:key>/keuzehulp", aid_editing.overview, name="guidance-aid"),
    path("concepten/<uuid:key>/keuzehulp/stap", aid_editing.add, name="guidance-aid-add"),
    path("concepten/<uuid:key>/keuzehulp/stap/<slug:step>", aid_editing.change, name="guidance-aid-step"),
    path("concepten/<uuid:key>/keuzehulp/stap/<slug:step>/weg", aid_editing.remove, name="guidance-aid-remove"),
    path("concepten/<uuid:key>/keuzehulp/stap/<slug:step>/begin", aid_editing.begin, name="guidance-aid-begin"),
    path("concepten/<uuid:key>/eigenaar", reviewing.hand_over, name="guidance-owner"),
    path("concepten/<uuid:key>/geef-terug", reviewing.send_back, name="guidance-send-back"),
    path("concepten/<uuid:key>/lezer", reviewing.ask_reader, name="guidance-reader"),
    path("concepten/<uuid:key>/publiceer", reviewing.publish, name="guidance-publish"),
    path("uitgangspunt", principle.principle, name="guidance-principle"),
    path("uitgangspunt/nieuw", principle.set_anew, name="guidance-principle-set"),
    path("concepten/<uuid:key>/lezers-vertellen", feedback.feedback, name="guidance-feedback"),
]
