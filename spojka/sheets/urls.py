from django.urls import path

from . import views

app_name = "sheets"
urlpatterns = [
    path("sheets/", views.listed, name="list"),
    path("sheets/example.xlsx", views.example, name="example"),
    path("sheets/<uuid:id>/", views.sheet, name="sheet"),
    path("sheets/<uuid:id>/columns/", views.columns, name="columns"),
    path("sheets/<uuid:id>/answers/", views.answers, name="answers"),
    path("sheets/<uuid:id>/go/", views.go, name="go"),
    path("sheets/<uuid:id>/save/", views.save, name="save"),
    path("sheets/<uuid:id>/forget/", views.forget, name="forget"),
    path("sheets/<uuid:id>/wrong.csv", views.wrong, name="wrong"),
]
