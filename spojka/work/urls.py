from django.urls import path

from . import views

app_name = "work"
urlpatterns = [
    path("indirect/", views.listing, name="list"),
    path("indirect/new/", views.add, name="add"),
    path("indirect/<uuid:id>/correct/", views.correct, name="correct"),
    path("indirect/<uuid:id>/void/", views.void, name="void"),
]
