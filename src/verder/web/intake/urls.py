"""Addresses of the form with which a dilemma is put in."""

from django.urls import path

from verder.web.intake import views

urlpatterns = [
    path("inbrengen", views.put_in, name="intake"),
    path("dilemmas/nieuw", views.record, name="dilemma-record"),
]
