from django.urls import path

from . import views

app_name = "disclosures"
urlpatterns = [
    path("authority-requests/", views.listing, name="list"),
    path("authority-requests/new/", views.record, name="record"),
    path("authority-requests/blank/", views.blank, name="blank"),
    path("authority-requests/<uuid:id>/", views.request_page, name="request"),
    path("authority-requests/<uuid:id>/decide/", views.decide, name="decide"),
    path("authority-requests/<uuid:id>/add/", views.note, name="note"),
    path("authority-requests/<uuid:id>/readers/", views.name, name="name"),
    path("authority-requests/<uuid:id>/protocol/", views.protocol, name="protocol"),
    path("authority-requests/<uuid:id>/answer/", views.answer, name="answer"),
    path("authority-readers/<uuid:id>/end/", views.unname, name="unname"),
]
