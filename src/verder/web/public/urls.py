"""Addresses of the pages that anyone may read."""

from django.urls import path

from verder.web.public import views

urlpatterns = [
    path("", views.home, name="home"),
    path("hulp-nu", views.urgent_help, name="urgent-help"),
    path("zo-reist-een-dilemma", views.ladder, name="ladder"),
    path("wat-tlp-betekent", views.page, {"template": "web/public/tlp.html"}, name="tlp"),
    path("tekstcontrole", views.page, {"template": "web/public/text_check.html"}, name="text-check"),
    path("over", views.page, {"template": "web/public/about.html"}, name="about"),
    path("privacy", views.page, {"template": "web/public/privacy.html"}, name="privacy"),
    path("toegankelijkheid", views.page, {"template": "web/public/accessibility.html"}, name="accessibility"),
    path("kwetsbaarheid-melden", views.vulnerability, name="vulnerability"),
    path("robots.txt", views.robots_txt, name="robots-txt"),
    path(".well-known/security.txt", views.security_txt, name="security-txt"),
]
