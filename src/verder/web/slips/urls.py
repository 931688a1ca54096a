"""Addresses of what slipped through."""

from django.urls import path

from verder.web.slips import hiding, settling

urlpatterns = [
    path("dilemmas/<str:number>/hoort-hier-niet", hiding.hide_words, name="slip-hide"),
    path("dilemmas/<str:number>/hoort-hier-niet/melden", hiding.point_out, name="slip-flag"),
    path("verborgen", settling.waiting, name="slips"),
    path("verborgen/<uuid:key>/vernietigen", settling.destroy, name="slip-destroy"),
    path("verborgen/<uuid:key>/terugzetten", settling.put_back, name="slip-put-back"),
]
