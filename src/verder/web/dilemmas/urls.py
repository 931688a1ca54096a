"""Addresses of the dilemmas in the work area."""

from django.urls import path

from verder.web.dilemmas import views

urlpatterns = [path("dilemmas/<str:number>", views.dossier, name="dilemma")]
