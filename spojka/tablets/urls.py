from django.urls import path

from . import views

app_name = "tablets"
urlpatterns = [
    path("shifts/<uuid:id>/tablets/", views.of_shift, name="of_shift"),
    path("tablets/", views.listed, name="list"),
    path("tablets/<uuid:id>/end/", views.end, name="end"),
    path("tablet/", views.names, name="names"),
    path("tablet/take/", views.take, name="take"),
    path("tablet/pin/", views.first_pin, name="first_pin"),
    path("tablet/lock/", views.lock, name="lock"),
    path("tablet/awake/", views.awake, name="awake"),
]
