"""Addresses of the working groups."""

from django.urls import path

from verder.web.groups import keeping, seats, views

urlpatterns = [
    path("werkgroepen", views.group_list, name="group-list"),
    path("werkgroepen/<uuid:key>", views.group, name="group"),
    path("werkgroepen/<uuid:key>/uitnodigen", seats.invite, name="group-invite"),
    path("werkgroepen/<uuid:key>/specialist", seats.invite_specialist, name="group-invite-specialist"),
    path("werkgroepen/<uuid:key>/zichtbaar", seats.show, name="group-show-seat"),
    path("werkgroepen/<uuid:key>/openbaar", keeping.ask_in_public, name="group-public"),
    path("werkgroepen/<uuid:key>/blijven", keeping.let_stay, name="group-stay"),
    path("werkgroepen/<uuid:key>/product", keeping.tie_product, name="group-product"),
    path("werkgroepen/<uuid:key>/leden/<int:seat>/datum", seats.change_access, name="group-change-access"),
    path("werkgroepen/<uuid:key>/leden/<int:seat>/opnieuw", seats.invite_again, name="group-invite-again"),
    path("werkgroepen/<uuid:key>/leden/<int:seat>/einde", seats.end, name="group-end-seat"),
]
