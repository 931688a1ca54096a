"""Addresses of spreading guidance, and of the page that a personal link opens."""

from django.urls import path

from verder.web.distribution import correcting, overview, reach, received, spreading, telling

urlpatterns = [
    path("verspreiden", overview.overview, name="guidance-overview"),
    path("kennis/<slug:slug>/verspreiden", spreading.spread, name="guidance-spread"),
    path("kennis/<slug:slug>/bereik", reach.reach, name="guidance-reach"),
    path("kennis/<slug:slug>/bereik/<uuid:recipient>", correcting.send_again, name="guidance-send-again"),
    path("ontvangen/<str:token>", received.received, name="guidance-received"),
    path("ontvangen/<str:token>/gebruikt", telling.used, name="guidance-received-used"),
]
