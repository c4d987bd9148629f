from django.urls import path

from . import views

app_name = "clients"
urlpatterns = [
    path("clients/", views.listing, name="list"),
    path("clients/find/", views.find, name="find"),
    path("clients/add/", views.add, name="add"),
    path("clients/code-template/", views.template, name="template"),
]
