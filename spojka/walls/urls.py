from django.urls import path

from . import views

app_name = "walls"
urlpatterns = [
    path("clients/<uuid:id>/walls/", views.of_client, name="of_client"),
    path("walls/<uuid:id>/end/", views.take_down, name="end"),
]
