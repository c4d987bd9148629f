"""What anybody asks of receipts, without signing in."""

from django.urls import path

from . import views

urlpatterns = [
    path("receipt/", views.check, name="receipt_check"),
    path(".well-known/spojka-receipts.json", views.published, name="receipt_keys"),
]
