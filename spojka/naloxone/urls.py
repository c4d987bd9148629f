from django.urls import path

from .views import kits, overdoses, register

app_name = "naloxone"
urlpatterns = [
    path("shifts/<uuid:id>/naloxone/", kits.hand, name="hand"),
    path("shifts/<uuid:id>/naloxone/used/", kits.report, name="report"),
    path("shifts/<uuid:id>/overdose/", overdoses.at_shift, name="at_shift"),
    path("encounters/<uuid:id>/naloxone/", kits.detail, name="detail"),
    path("naloxone/", register.listing, name="list"),
    path("naloxone/training/", register.train, name="train"),
    path("naloxone/trainings/<uuid:id>/void/", register.void_training, name="void_training"),
    path("naloxone/uses/<uuid:id>/void/", register.void_report, name="void_report"),
    path("overdoses/", overdoses.listing, name="overdoses"),
    path("overdoses/new/", overdoses.record, name="record"),
    path("overdoses/<uuid:id>/", overdoses.overdose, name="overdose"),
    path("overdoses/<uuid:id>/void/", overdoses.void, name="void"),
    path("overdoses/<uuid:id>/tie/", overdoses.tie, name="tie"),
    path("overdose-ties/<uuid:id>/end/", overdoses.untie, name="untie"),
]
