from django.urls import path

from . import views

app_name = "projects"
urlpatterns = [
    path("projects/", views.listing, name="list"),
    path("projects/new/", views.add, name="add"),
    path("projects/<uuid:id>/", views.project, name="project"),
    path("projects/<uuid:id>/change/", views.change, name="change"),
    path("projects/<uuid:id>/end/", views.end, name="end"),
]
