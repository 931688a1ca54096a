"""The yardstick: a bare Django page, one query and one template, without anything around it."""

from __future__ import annotations

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from verder.config.environment import database_settings

ROW = "<tr><td>{{ row.number }}</td><td>{{ row.question }}</td><td>{{ row.rung }}</td><td>{{ row.next_date }}</td></tr>"
PAGE = (
    "<!doctype html><html lang=nl><head><title>Bare</title></head><body><table>{% for row in rows %}"
    + ROW
    + "{% endfor %}</table></body></html>"
)

if not settings.configured:
    settings.configure(
        SECRET_KEY="bare",  # noqa: S106 -- nothing is signed with it
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF="bench.bare",
        DATABASES={"default": database_settings(os.environ["DATABASE_URL"])},
        INSTALLED_APPS=["bench"],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {"loaders": [("django.template.loaders.locmem.Loader", {"page.html": PAGE})]},
            }
        ],
        USE_TZ=True,
    )
    application = get_wsgi_application()


def list_of_fifty(request: HttpRequest) -> HttpResponse:
    """Show fifty rows of one table."""
    from bench.models import BareRow  # noqa: PLC0415 -- models load once the settings above stand

    return render(request, "page.html", {"rows": BareRow.objects.order_by("next_date", "id")[:50]})


def one_row(request: HttpRequest) -> HttpResponse:
    """Show one row of one table."""
    from bench.models import BareRow  # noqa: PLC0415

    return render(request, "page.html", {"rows": [BareRow.objects.get(pk=1)]})


urlpatterns = [path("list", list_of_fifty), path("one", one_row)]
