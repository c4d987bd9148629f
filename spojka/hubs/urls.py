from django.urls import path

from . import views

app_name = "hubs"
urlpatterns = [
    path("hubs/", views.listing, name="list"),
    path("hubs/new/", views.add, name="add"),
    path("hubs/<uuid:id>/", views.hub, name="hub"),
    path("hubs/<uuid:id>/code/", views.code, name="code"),
    path("hubs/<uuid:id>/phone/", views.pair, name="pair"),
    path("hubs/<uuid:id>/revoke/", views.revoke, name="revoke"),
]
