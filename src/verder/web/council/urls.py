"""Addresses of the council and its commitments."""

from django.urls import path

from verder.web.council import progress, views

urlpatterns = [
    path("beraad", views.council, name="council"),
    path("toezeggingen/<uuid:key>", views.commitment, name="council-commitment"),
    path("toezeggingen/<uuid:key>/gedaan", views.keep, name="council-commitment-keep"),
    path("toezeggingen/<uuid:key>/vervalt", views.drop, name="council-commitment-drop"),
    path("toezeggingen/<uuid:key>/stand", progress.report, name="council-commitment-report"),
    path("toezeggingen/<uuid:key>/stappen", progress.steps, name="council-commitment-steps"),
    path("toezegging-per-mail/<str:token>", progress.by_link, name="council-progress-by-link"),
]
