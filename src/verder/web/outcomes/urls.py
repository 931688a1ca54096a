"""Addresses of what meetings brought."""

from django.urls import path

from verder.web.outcomes import calendar, publishing, subscribing, views

urlpatterns = [
    path("uitkomsten", views.outcomes_list, name="outcomes-list"),
    path("uitkomsten/feed", views.feed, name="outcomes-feed"),
    path("uitkomsten/vergaderingen.ics", calendar.dates, name="outcomes-dates"),
    path("uitkomsten/bericht", subscribing.subscribe, name="outcomes-subscribe"),
    path("uitkomsten/bericht/ja/<str:token>", subscribing.confirm, name="outcomes-confirm"),
    path("uitkomsten/bericht/stop/<str:token>", subscribing.stop, name="outcomes-stop"),
    path("uitkomsten/<uuid:key>", views.outcomes, name="outcomes"),
    path("vergaderingen/<uuid:key>/uitkomsten", publishing.publish, name="outcomes-publish"),
]
