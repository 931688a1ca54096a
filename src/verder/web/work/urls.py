"""Addresses of the work screen."""

from django.urls import path

from verder.web.work import views

urlpatterns = [
    path("werkvoorraad", views.work, name="work"),
    path("werkvoorraad/post/<uuid:key>/opnieuw", views.send_letter_again, name="work-letter-again"),
    path("werkvoorraad/post/<uuid:key>/weg", views.drop_letter, name="work-letter-drop"),
]
