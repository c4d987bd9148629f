from django.urls import path

from . import views

app_name = "receipts"
urlpatterns = [
    path("consents/<uuid:id>/receipt/", views.paper, name="paper"),
    path("consents/<uuid:id>/receipt/file/", views.file, name="file"),
]
