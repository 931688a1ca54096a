"""Addresses of signals and insights."""

from django.urls import path

from verder.web.signalling import views

urlpatterns = [
    path("signalen", views.signal_list, name="signal-list"),
    path("signalen/nieuw", views.send, name="signal-send"),
    path("signalen/<uuid:key>", views.signal, name="signal"),
    path("signalen/<uuid:key>/afronden", views.close, name="signal-close"),
]
