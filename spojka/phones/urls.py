from django.urls import path

from . import views

app_name = "phones"
urlpatterns = [
    path("phones/", views.listing, name="list"),
    path("phones/<uuid:id>/revoke/", views.revoke, name="revoke"),
]
