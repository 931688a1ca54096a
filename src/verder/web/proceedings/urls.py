"""Addresses of a meeting while it is held, and of what comes after."""

from django.urls import path

from verder.web.proceedings import leading, lists, recording

urlpatterns = [
    path("vergaderingen/<uuid:key>/leiden", leading.lead, name="meeting-lead"),
    path("vergaderingen/<uuid:key>/scherm", leading.screen, name="meeting-screen"),
    path("vergaderingen/<uuid:key>/begin", leading.begin, name="meeting-begin"),
    path("vergaderingen/<uuid:key>/naar/<uuid:item>", leading.turn, name="meeting-turn"),
    path("vergaderingen/<uuid:key>/punten/<uuid:item>/verslag", recording.record, name="meeting-record"),
    path("vergaderingen/<uuid:key>/aanwezig", recording.presence, name="meeting-presence"),
    path("vergaderingen/<uuid:key>/chatham-house", recording.chatham_house, name="meeting-chatham-house"),
    path("vergaderingen/<uuid:key>/stukken/<str:kind>.<str:form>", lists.file, name="meeting-file"),
    path("vergaderingen/<uuid:key>/stukken/<str:kind>", lists.document, name="meeting-document"),
    path("vergaderingen/<uuid:key>/verslag-versturen", lists.send, name="meeting-minutes-send"),
    path("vergaderingen/<uuid:key>/verslag-vaststellen/<uuid:earlier>", lists.approve, name="meeting-minutes-approve"),
]
