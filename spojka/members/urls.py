from django.urls import path

from . import views

urlpatterns = [
    path("people/", views.people, name="people"),
    path("audit/", views.audit, name="audit"),
    path("audit/row/<uuid:id>/", views.row_seen, name="row_seen"),
]
