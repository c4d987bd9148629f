from django.urls import path

from . import views

app_name = "conferences"
urlpatterns = [
    path("cases/<uuid:id>/meetings/", views.listing, name="list"),
    path("cases/<uuid:id>/meetings/new/", views.call, name="call"),
    path("case-meetings/<uuid:id>/", views.change, name="change"),
    path("case-meetings/<uuid:id>/ask/", views.ask_to_come, name="ask"),
]
