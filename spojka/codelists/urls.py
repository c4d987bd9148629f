from django.urls import path

from . import views

app_name = "codelists"
urlpatterns = [
    path("lists/", views.overview, name="overview"),
    path("lists/<slug:list>/", views.one, name="one"),
    path("lists/<slug:list>/add/<uuid:id>/", views.add, name="add"),
    path("lists/<slug:list>/<slug:code>/<uuid:id>/", views.edit, name="edit"),
]
