"""Addresses of the submitter's pages."""

from django.urls import path

from verder.web.follow import arranging, attaching, entering, page

urlpatterns = [
    path("volgen", entering.by_code, name="follow"),
    path("volgen/link", entering.ask_link, name="follow-link"),
    path("volgen/open/<str:token>", entering.by_link, name="follow-open"),
    path("volgen/bevestig/<str:token>", entering.confirm_address, name="follow-confirm"),
    path("volgen/sluit", entering.close, name="follow-close"),
    path("mijn-dilemmas", entering.mine, name="follow-mine"),
    path("mijn-dilemma/<str:number>", page.dilemma_page, name="follow-dilemma"),
    path("mijn-dilemma/<str:number>/bericht", page.say, name="follow-say"),
    path("mijn-dilemma/<str:number>/antwoord", page.reply, name="follow-reply"),
    path("mijn-dilemma/<str:number>/hielp", page.say_whether_it_helped, name="follow-helped"),
    path("mijn-dilemma/<str:number>/gedeelde-tekst", page.shared_version, name="follow-shared"),
    path("mijn-dilemma/<str:number>/bestanden", attaching.files, name="follow-files"),
    path("mijn-dilemma/<str:number>/bestanden/<uuid:key>", attaching.fetch, name="follow-file"),
    path("mijn-dilemma/<str:number>/bestanden/<uuid:key>/weg", attaching.remove, name="follow-file-remove"),
    path("mijn-dilemma/<str:number>/instellingen", arranging.settings, name="follow-settings"),
    path("mijn-dilemma/<str:number>/label", arranging.change_label, name="follow-label"),
    path("mijn-dilemma/<str:number>/bekend", arranging.let_know, name="follow-known"),
    path("mijn-dilemma/<str:number>/berichten", arranging.switch_mail, name="follow-mail"),
    path("mijn-dilemma/<str:number>/adres", arranging.change_address, name="follow-address"),
    path("mijn-dilemma/<str:number>/intrekken", arranging.withdraw, name="follow-withdraw"),
    path("mijn-dilemma/<str:number>/wissen", arranging.erase_own_text, name="follow-erase"),
]
