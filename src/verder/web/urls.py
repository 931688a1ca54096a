"""All pages: one line for each subject."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("verder.web.public.urls")),
    path("", include("verder.web.accounts.urls")),
    path("", include("verder.web.office.urls")),
    path("", include("verder.web.coaching.urls")),
    path("", include("verder.web.intake.urls")),
    path("", include("verder.web.follow.urls")),
    path("", include("verder.web.work.urls")),
    path("", include("verder.web.dilemmas.urls")),
    path("", include("verder.web.slips.urls")),
    path("", include("verder.web.meetings.urls")),
    path("", include("verder.web.agenda.urls")),
    path("", include("verder.web.proceedings.urls")),
    path("", include("verder.web.signalling.urls")),
    path("", include("verder.web.groups.urls")),
    path("", include("verder.web.workspace.urls")),
    path("", include("verder.web.council.urls")),
    path("", include("verder.web.guidance.urls")),
    path("", include("verder.web.distribution.urls")),
    path("", include("verder.web.outcomes.urls")),
]

if settings.DEMO:
    urlpatterns.append(path("", include("verder.web.mailbox.urls")))
