from django.urls import path

from . import views

app_name = "signals"
urlpatterns = [
    path("signals/", views.listing, name="list"),
    path("signals/new/", views.record, name="record"),
    path("signals/<uuid:id>/void/", views.void, name="void"),
    path("shifts/<uuid:id>/signal/", views.at_shift, name="at_shift"),
    path("warnings/", views.warnings, name="warnings"),
    path("warnings/new/", views.draw, name="draw"),
    path("warnings/<uuid:id>/", views.warning, name="warning"),
    path("warnings/<uuid:id>/verify/", views.verify, name="verify"),
    path("warnings/<uuid:id>/acknowledge/", views.acknowledge, name="acknowledge"),
    path("warnings/<uuid:id>/withdraw/", views.withdraw, name="withdraw"),
    path("warnings/<uuid:id>/answer/", views.answer, name="answer"),
    path("warnings/<uuid:id>/paper/", views.paper, name="paper"),
]
