"""Addresses of guidance: what is published under its title, drafts under a key that says nothing."""

from django.urls import path

from verder.web.guidance import feedback, printed, views, walking, writing

urlpatterns = [
    path("kennis", views.guidance_list, name="guidance-list"),
    path("kennis/<slug:slug>", views.guidance, name="guidance"),
    path("kennis/<slug:slug>.pdf", printed.factsheet, name="guidance-pdf"),
    path("kennis/<slug:slug>/stappen", walking.steps, name="guidance-steps"),
    path("kennis/<slug:slug>/schema", walking.scheme, name="guidance-scheme"),
    path("kennis/<slug:slug>/stappen.pdf", walking.steps_pdf, name="guidance-steps-pdf"),
    path("kennis/<slug:slug>/gebruikt", feedback.used, name="guidance-used"),
    path("kennis/<slug:slug>/gebruikt/dank", feedback.thanks, name="guidance-used-thanks"),
    path("kennis/<slug:slug>/haal-terug", writing.take_back, name="guidance-take-back"),
    path("concepten", views.drafts, name="guidance-drafts"),
    path("concepten/nieuw", writing.write, name="guidance-write"),
    path("concepten/<uuid:key>", views.draft, name="guidance-draft"),
    path("concepten/<uuid:key>/bewerk", writing.edit, name="guidance-edit"),
    path("concepten/<uuid:key>/lezer", writing.ask_reader, name="guidance-reader"),
    path("concepten/<uuid:key>/lezers-vertellen", feedback.feedback, name="guidance-feedback"),
    path("concepten/<uuid:key>/publiceer", writing.publish, name="guidance-publish"),
]
