"""What one phone asks for itself, outside of any organisation: its worker may work for several."""

from django.urls import path

from . import views

urlpatterns = [
    path("phone/", views.home, name="phone_home"),
    path("phone/queue/", views.queue, name="phone_queue"),
    path("phone/pages/", views.pages, name="phone_pages"),
    path("phone/token/", views.token, name="phone_token"),
    path("worker.js", views.worker, name="phone_worker"),
    path("app.webmanifest", views.manifest, name="phone_manifest"),
]
