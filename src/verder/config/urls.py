"""All addresses of the house."""

from django.urls import URLPattern, URLResolver, include, path

from verder.config.health import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("gezond", health, name="health"),
    path("", include("verder.web.urls")),
]
