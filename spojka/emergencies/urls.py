from django.urls import path

from . import views

app_name = "emergencies"
urlpatterns = [
    path("shifts/<uuid:id>/cards/", views.stand, name="stand"),
    path("shifts/<uuid:id>/cards/open/", views.open_cards, name="open"),
    path("shifts/<uuid:id>/cards/entries/", views.note, name="note"),
    path("cards/<uuid:id>/", views.card, name="card"),
    path("cards/<uuid:id>/sheet/", views.sheet, name="sheet"),
    path("card-entries/<uuid:id>/undo/", views.undo, name="undo"),
]
