from django.urls import path

from . import views

app_name = "walls"
urlpatterns = [
    path("clients/<uuid:id>/walls/", views.of_client, name="of_client"),
    path("walls/<uuid:id>/end/", views.take_down, name="end"),
    path("clients/<uuid:id>/secret-address/", views.address, name="address"),
    path("secret-addresses/<uuid:id>/end/", views.show, name="show"),
]
