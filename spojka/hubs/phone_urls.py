"""What a paired phone keeps: it must open without any network, so nothing of it is asked of the server then."""

from django.urls import path

from . import views

urlpatterns = [path("phone/hub/<uuid:id>/", views.stand, name="phone_hub")]
