from django.urls import path

from .views import contacts, meanings, rows

app_name = "reports"
urlpatterns = [
    path("reports/contacts/", contacts.contacts, name="contacts"),
    path("reports/contacts.csv", contacts.given, {"kind": "csv"}, name="contacts_csv"),
    path("reports/contacts.json", contacts.given, {"kind": "json"}, name="contacts_json"),
    path("reports/contacts.xlsx", contacts.given, {"kind": "xlsx"}, name="contacts_xlsx"),
    path("reports/contacts.pdf", contacts.given, {"kind": "pdf"}, name="contacts_pdf"),
    path("reports/rows/", rows.behind, name="rows"),
    path("reports/meanings/", meanings.meanings, name="meanings"),
]
