"""Addresses of the workspaces of groups."""

from django.urls import URLPattern, URLResolver, include, path

from verder.web.workspace import discussion, overview, papers, points, remarks, texts, versions, writing

of_a_text = [
    path("", texts.text, name="group-text"),
    path("/naam", texts.rename, name="group-text-rename"),
    path("/deel-erbij", texts.add_section, name="group-text-add"),
    path("/omhoog/<uuid:section>", texts.move_up, name="group-section-up"),
]
of_a_section = [
    path("", remarks.section, name="group-section"),
    path("/pak-op", writing.take_up, name="group-section-take-up"),
    path("/leg-neer", writing.put_down, name="group-section-put-down"),
    path("/schrijf", writing.write, name="group-section-write"),
    path("/haal-weg", versions.take_out, name="group-section-take-out"),
    path("/versies", versions.versions, name="group-section-versions"),
    path("/versies/<int:number>/zet-terug", versions.restore, name="group-section-restore"),
    path("/voorstel", remarks.propose, name="group-section-propose"),
    path("/opmerkingen/<uuid:remark>", remarks.settle, name="group-remark"),
    path("/opmerkingen/<uuid:remark>/neem-over", remarks.take_over, name="group-remark-take-over"),
]
of_a_room: list[URLPattern | URLResolver] = [
    path("", overview.room, name="group-room"),
    path("/gesprek", discussion.discussion, name="group-discussion"),
    path("/gesprek/<uuid:said>/besluit", discussion.mark, name="group-decision"),
    path("/te-doen", points.points, name="group-points"),
    path("/te-doen/<uuid:point>", points.settle, name="group-point"),
    path("/te-doen/<uuid:point>/draag-over", points.hand_over, name="group-point-hand-over"),
    path("/stukken", papers.papers, name="group-papers"),
    path("/stukken/<uuid:file>", papers.fetch, name="group-paper"),
    path("/stukken/<uuid:file>/gekeken", papers.looked_at, name="group-paper-looked-at"),
    path("/stukken/<uuid:file>/haal-weg", papers.remove, name="group-paper-remove"),
    path("/teksten/nieuw", texts.start, name="group-text-start"),
    path("/teksten/<uuid:text>", include(of_a_text)),
    path("/delen/<uuid:section>", include(of_a_section)),
]
urlpatterns = [path("werkgroepen/<uuid:key>/werkruimte", include(of_a_room))]
