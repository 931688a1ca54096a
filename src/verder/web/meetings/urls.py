"""Addresses of meetings."""

from django.urls import path

from verder.web.meetings import actions, inviting, keeping, planning, polls, replying, views

urlpatterns = [
    path("vergaderingen", views.meeting_list, name="meeting-list"),
    path("vergaderingen/plannen", planning.plan, name="meeting-plan"),
    path("vergaderingen/reeks", planning.series, name="meeting-series"),
    path("vergaderingen/datumprikker", polls.new, name="meeting-poll-new"),
    path("vergaderingen/datumprikker/<uuid:key>", polls.show, name="meeting-poll"),
    path("vergaderingen/datumprikker/<uuid:key>/antwoord", polls.answer_signed_in, name="meeting-poll-answer"),
    path("vergaderingen/datumprikker/<uuid:key>/kies", polls.choose, name="meeting-poll-choose"),
    path("vergaderingen/datumprikker/<uuid:key>/herinner", polls.remind, name="meeting-poll-remind"),
    path("vergaderingen/datumprikker/<uuid:key>/sluit", polls.close, name="meeting-poll-close"),
    path("vergaderingen/<uuid:key>", views.meeting, name="meeting"),
    path("vergaderingen/<uuid:key>/verplaatsen", planning.move, name="meeting-move"),
    path("vergaderingen/<uuid:key>/uitnodigen", inviting.invite, name="meeting-invite"),
    path("vergaderingen/<uuid:key>/herinner", inviting.remind, name="meeting-remind"),
    path("vergaderingen/<uuid:key>/gast/<int:number>", inviting.invite_guest, name="meeting-guest"),
    path("vergaderingen/<uuid:key>/gast/<uuid:guest>/terug", inviting.withdraw_guest, name="meeting-guest-withdraw"),
    path("vergaderingen/<uuid:key>/komst", replying.signed_in, name="meeting-reply"),
    path("vergaderingen/<uuid:key>/inbreng/<int:number>", replying.write, name="meeting-input"),
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
    path("antwoord/<str:token>", replying.by_link, name="invitation-reply"),
    path("datumprikker/<str:token>", polls.answer_by_link, name="poll-ballot"),
]
