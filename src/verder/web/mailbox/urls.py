"""The address of the demo's mailbox; only the demo includes it."""

from django.urls import path

from verder.web.mailbox import views

urlpatterns = [path("postvak", views.mailbox, name="mailbox")]
