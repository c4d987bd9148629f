from django.urls import path

from .views import contacts, indicators, meanings, rows, saved, summaries

app_name = "reports"
urlpatterns = [
    path("reports/contacts/", contacts.contacts, name="contacts"),
    path("reports/contacts.csv", contacts.given, {"kind": "csv"}, name="contacts_csv"),
    path("reports/contacts.json", contacts.given, {"kind": "json"}, name="contacts_json"),
    path("reports/contacts.xlsx", contacts.given, {"kind": "xlsx"}, name="contacts_xlsx"),
    path("reports/contacts.pdf", contacts.given, {"kind": "pdf"}, name="contacts_pdf"),
    path("reports/indicators/", indicators.indicators, name="indicators"),
    path("reports/indicators.csv", indicators.given, {"kind": "csv"}, name="indicators_csv"),
    path("reports/indicators.json", indicators.given, {"kind": "json"}, name="indicators_json"),
    path("reports/indicators.xlsx", indicators.given, {"kind": "xlsx"}, name="indicators_xlsx"),
    path("reports/indicators.pdf", indicators.given, {"kind": "pdf"}, name="indicators_pdf"),
    path("reports/rows/", rows.behind, name="rows"),
    path("reports/meanings/", meanings.meanings, name="meanings"),
    path("reports/events/<uuid:id>/", summaries.event, name="event"),
    path("reports/events/<uuid:id>/paper.pdf", summaries.event, {"paper": True}, name="event_pdf"),
    path("reports/shifts/<uuid:id>/", summaries.shift, name="shift"),
    path("reports/shifts/<uuid:id>/paper.pdf", summaries.shift, {"paper": True}, name="shift_pdf"),
    path("reports/saved/", saved.listing, name="saved"),
    path("reports/saved/new/", saved.remember, name="remember"),
    path("reports/saved/<uuid:id>/open/", saved.open, name="open"),
    path("reports/saved/<uuid:id>/rename/", saved.rename, name="rename"),
    path("reports/saved/<uuid:id>/drop/", saved.drop, name="drop"),
]
