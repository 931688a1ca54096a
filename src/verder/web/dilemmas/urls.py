"""Addresses of the dilemmas in the work area."""

from django.urls import path

from verder.web.dilemmas import listing, views

urlpatterns = [
    path("dilemmas", listing.dilemma_list, name="dilemma-list"),
    path("dilemmas/<str:number>", views.dossier, name="dilemma"),
]
