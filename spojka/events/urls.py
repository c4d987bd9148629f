from django.urls import path

from . import views

app_name = "events"
urlpatterns = [
    path("events/", views.listing, name="list"),
    path("events/new/", views.add, name="add"),
    path("events/<uuid:id>/change/", views.change, name="change"),
]
