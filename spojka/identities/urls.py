from django.urls import path

from . import views

app_name = "identities"
urlpatterns = [
    path("named/", views.find, name="find"),
    path("clients/<uuid:id>/identity/", views.identity, name="identity"),
    path("clients/<uuid:id>/identity/change/", views.name, name="name"),
    path("clients/<uuid:id>/identity/erase/", views.erase, name="erase"),
]
