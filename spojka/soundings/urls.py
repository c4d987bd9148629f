from django.urls import path

from . import views

app_name = "soundings"
urlpatterns = [
    path("soundings/", views.soundings, name="list"),
    path("clients/<uuid:id>/soundings/new/", views.ask_them, name="ask"),
    path("soundings/<uuid:id>/", views.sounding, name="sounding"),
    path("soundings/<uuid:id>/confirm/", views.confirm, name="confirm"),
    path("soundings/<uuid:id>/withdraw/", views.withdraw, name="withdraw"),
]
