from django.urls import path

from . import views

app_name = "reports"
urlpatterns = [
    path("reports/contacts/", views.contacts, name="contacts"),
    path("reports/contacts.csv", views.contacts_csv, name="contacts_csv"),
    path("reports/rows/", views.behind, name="rows"),
]
