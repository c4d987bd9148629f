from django.urls import path

from . import views

app_name = "places"
urlpatterns = [
    path("places/", views.listing, name="list"),
    path("places/new/", views.add, name="add"),
    path("places/offer/", views.offer, name="offer"),
    path("places/<uuid:id>/change/", views.change, name="change"),
]
