"""Addresses of the making of an agenda."""

from django.urls import path

from verder.web.agenda import building, items, packs, papers, printed, sending

urlpatterns = [
    path("vergaderingen/<uuid:key>/agenda", building.build, name="meeting-agenda"),
    path("vergaderingen/<uuid:key>/agenda/volgorde", building.arrange, name="meeting-arrange"),
    path("vergaderingen/<uuid:key>/agenda/erop", building.put_on, name="meeting-put-on"),
    path("vergaderingen/<uuid:key>/agenda/vaste-punten", building.put_fixed, name="meeting-put-fixed"),
    path("vergaderingen/<uuid:key>/agenda/eraf", building.take_off, name="meeting-take-off"),
    path("vergaderingen/<uuid:key>/agenda/versturen", sending.send, name="meeting-send"),
    path("vergaderingen/<uuid:key>/punten/<uuid:item>", items.item, name="meeting-item"),
    path("vergaderingen/<uuid:key>/punten/<uuid:item>/wijzigen", items.change, name="meeting-item-change"),
    path("vergaderingen/<uuid:key>/punten/<uuid:item>/oplegger", items.cover_note, name="meeting-cover-note"),
    path(
        "vergaderingen/<uuid:key>/punten/<uuid:item>/oplegger/opnieuw",
        items.cover_note_anew,
        name="meeting-cover-note-anew",
    ),
    path("vergaderingen/<uuid:key>/punten/<uuid:item>/kort", items.brief, name="meeting-brief"),
    path("vergaderingen/<uuid:key>/punten/<uuid:item>/kort.<slug:form>", printed.brief, name="meeting-brief-file"),
    path("vergaderingen/<uuid:key>/agenda.<slug:form>", printed.agenda, name="meeting-agenda-file"),
    path("vergaderingen/<uuid:key>/uitnodiging.<slug:form>", printed.invitation, name="meeting-invitation-file"),
    path("vergaderingen/<uuid:key>/stukken", packs.pack, name="meeting-pack"),
    path("vergaderingen/<uuid:key>/stukken.pdf", packs.fetch, name="meeting-pack-file"),
    path("vergaderingen/<uuid:key>/punten/<uuid:item>/bijlagen", papers.papers, name="meeting-papers"),
    path("vergaderingen/<uuid:key>/punten/<uuid:item>/bijlagen/<uuid:file>", papers.fetch, name="meeting-paper"),
    path(
        "vergaderingen/<uuid:key>/punten/<uuid:item>/bijlagen/<uuid:file>/bekeken",
        papers.looked_at,
        name="meeting-paper-looked-at",
    ),
    path(
        "vergaderingen/<uuid:key>/punten/<uuid:item>/bijlagen/<uuid:file>/weghalen",
        papers.remove,
        name="meeting-paper-remove",
    ),
    path("beraad/voorbereiding/<uuid:key>", sending.prepare, name="council-preparation"),
    path("beraad/voorbereiding/<uuid:key>/akkoord", sending.sign, name="council-sign"),
]
