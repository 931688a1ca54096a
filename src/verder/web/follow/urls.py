"""Addresses of the submitter's pages."""

from django.urls import path

from verder.web.follow import views

urlpatterns = [
    path("volgen/open/<str:token>", views.open_by_link, name="follow-open"),
    path("volgen/bevestig/<str:token>", views.confirm_address, name="follow-confirm"),
]
