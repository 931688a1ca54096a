"""Addresses of the dilemmas in the work area."""

from django.urls import path

from verder.web.dilemmas import attaching, keeping, listing, views
from verder.web.dilemmas.steps.views import step

urlpatterns = [
    path("dilemmas", listing.dilemma_list, name="dilemma-list"),
    path("dilemmas/<str:number>", views.dossier, name="dilemma"),
    path("dilemmas/<str:number>/stap/<slug:name>", step, name="dilemma-step"),
    path("dilemmas/<str:number>/gedeelde-versie", keeping.shared_version, name="dilemma-shared"),
    path("dilemmas/<str:number>/gedeelde-versie/gezien", keeping.seen, name="dilemma-seen"),
    path("dilemmas/<str:number>/behandelaar", keeping.handler, name="dilemma-handler"),
    path("dilemmas/<str:number>/thema", keeping.theme, name="dilemma-theme"),
    path("dilemmas/<str:number>/label", keeping.label, name="dilemma-label"),
    path("dilemmas/<str:number>/lezers", keeping.name_reader, name="dilemma-reader"),
    path("dilemmas/<str:number>/lezers/weg", keeping.remove_reader, name="dilemma-reader-remove"),
    path("dilemmas/<str:number>/bericht", keeping.message, name="dilemma-message"),
    path("dilemmas/<str:number>/notitie", keeping.note, name="dilemma-note"),
    path("dilemmas/<str:number>/gelezen", keeping.mark_read, name="dilemma-read"),
    path("dilemmas/<str:number>/bestanden", attaching.files, name="dilemma-files"),
    path("dilemmas/<str:number>/bestanden/<uuid:key>", attaching.fetch, name="dilemma-file"),
    path("dilemmas/<str:number>/bestanden/<uuid:key>/gezien", attaching.looked_at, name="dilemma-file-look"),
    path("dilemmas/<str:number>/bestanden/<uuid:key>/deel", attaching.share, name="dilemma-file-share"),
    path("dilemmas/<str:number>/bestanden/<uuid:key>/niet-delen", attaching.unshare, name="dilemma-file-unshare"),
    path("dilemmas/<str:number>/bestanden/<uuid:key>/weg", attaching.remove, name="dilemma-file-remove"),
]
