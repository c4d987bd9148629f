from django.urls import path

from .views import audit, people

urlpatterns = [
    path("people/", people.people, name="people"),
    path("audit/", audit.audit, name="audit"),
    path("audit/row/<uuid:id>/", audit.row_seen, name="row_seen"),
]
