"""Addresses of the council and its commitments."""

from django.urls import path

from verder.web.council import views

urlpatterns = [
    path("beraad", views.council, name="council"),
    path("toezeggingen/<uuid:key>", views.commitment, name="council-commitment"),
    path("toezeggingen/<uuid:key>/gedaan", views.keep, name="council-commitment-keep"),
    path("toezeggingen/<uuid:key>/vervalt", views.drop, name="council-commitment-drop"),
]
