from django.urls import path

from .views import alerts, cards, incidents, register

app_name = "emergencies"
urlpatterns = [
    path("shifts/<uuid:id>/cards/", cards.stand, name="stand"),
    path("shifts/<uuid:id>/cards/open/", cards.open_cards, name="open"),
    path("shifts/<uuid:id>/cards/entries/", cards.note, name="note"),
    path("cards/<uuid:id>/", cards.card, name="card"),
    path("cards/<uuid:id>/sheet/", cards.sheet, name="sheet"),
    path("card-entries/<uuid:id>/undo/", cards.undo, name="undo"),
    path("shifts/<uuid:id>/alerts/", alerts.stand, name="alerts"),
    path("shifts/<uuid:id>/alerts/open/", alerts.open_alerts, name="open_alerts"),
    path("shifts/<uuid:id>/alerts/answers/", alerts.answer, name="answer"),
    path("shifts/<uuid:id>/contacts/", alerts.contacts, name="contacts"),
    path("alerts/<uuid:id>/undo/", alerts.undo, name="undo_alert"),
    path("alert-contacts/<uuid:id>/end/", alerts.end_contact, name="end_contact"),
    path("shifts/<uuid:id>/incidents/", incidents.stand, name="incidents"),
    path("shifts/<uuid:id>/incidents/open/", incidents.open_incidents, name="open_incidents"),
    path("shifts/<uuid:id>/incidents/entries/", incidents.note, name="note_incident"),
    path("incident-entries/<uuid:id>/undo/", incidents.undo, name="undo_entry"),
    path("incidents/", register.listing, name="register"),
    path("incidents/<uuid:id>/", register.incident, name="incident"),
    path("incidents/<uuid:id>/write/", register.write, name="write"),
    path("incidents/<uuid:id>/people/", register.name, name="name"),
    path("incident-people/<uuid:id>/off/", register.take_off, name="take_off"),
    path("incidents/<uuid:id>/sign/", register.sign, name="sign"),
    path("incidents/<uuid:id>/void/", register.void, name="void"),
    path("incidents/<uuid:id>/paper/", register.paper, name="paper"),
]
