"""Addresses of the working groups."""

from django.urls import path

from verder.web.groups import views

urlpatterns = [path("werkgroepen/<uuid:key>", views.group, name="group")]
