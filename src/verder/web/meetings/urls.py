"""Addresses of meetings."""

from django.urls import path

from verder.web.meetings import actions, keeping, views

urlpatterns = [
    path("vergaderingen", views.meeting_list, name="meeting-list"),
    path("vergaderingen/plannen", keeping.plan, name="meeting-plan"),
    path("vergaderingen/<uuid:key>", views.meeting, name="meeting"),
    path("vergaderingen/<uuid:key>/punt", keeping.add_item, name="meeting-add-item"),
    path("vergaderingen/<uuid:key>/plaats", keeping.place, name="meeting-place"),
    path("vergaderingen/<uuid:key>/afsluiten", keeping.close, name="meeting-close"),
    path("vergaderingen/<uuid:key>/afzeggen", keeping.cancel, name="meeting-cancel"),
    path("vergaderingen/<uuid:key>/actie", actions.give, name="meeting-action-give"),
    path("acties", actions.action_list, name="meeting-actions"),
    path("acties/<uuid:key>", actions.action, name="meeting-action"),
    path("acties/<uuid:key>/klaar", actions.finish, name="meeting-action-finish"),
    path("acties/<uuid:key>/overdragen", actions.hand_over, name="meeting-action-hand-over"),
    path("acties/<uuid:key>/datum", actions.move, name="meeting-action-move"),
]
