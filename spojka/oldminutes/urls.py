from django.urls import path

from . import views

app_name = "oldminutes"
urlpatterns = [
    path("working-groups/<uuid:id>/old-minutes/", views.bring, name="bring"),
    path("old-minutes/<uuid:id>/", views.correct, name="correct"),
    path("old-minutes/<uuid:id>/take-over/", views.take_over, name="take_over"),
    path("old-minutes/<uuid:id>/drop/", views.drop, name="drop"),
    path("group-names/<uuid:id>/forget/", views.forget, name="forget"),
]
