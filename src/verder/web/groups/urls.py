"""Addresses of the working groups."""

from django.urls import path

from verder.web.groups import keeping, views

urlpatterns = [
    path("werkgroepen", views.group_list, name="group-list"),
    path("werkgroepen/<uuid:key>", views.group, name="group"),
    path("werkgroepen/<uuid:key>/uitnodigen", keeping.invite, name="group-invite"),
    path("werkgroepen/<uuid:key>/blijven", keeping.let_stay, name="group-stay"),
    path("werkgroepen/<uuid:key>/product", keeping.tie_product, name="group-product"),
    path("werkgroepen/<uuid:key>/leden/<int:seat>/einde", keeping.end, name="group-end-seat"),
]
