"""The address that reads along."""

from django.urls import path

from verder.web.coaching import views

urlpatterns = [path("meelezen", views.read_along, name="coach")]
