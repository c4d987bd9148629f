from django.urls import path

from . import views

app_name = "themes"
urlpatterns = [
    path("themes/", views.listing, name="list"),
    path("themes/<uuid:id>/publish/", views.publish, name="publish"),
    path("themes/<uuid:id>/hide/", views.hide, name="hide"),
    path("themes/<uuid:id>/<slug:theme>/", views.edit, name="edit"),
    path("themes/<uuid:id>/<slug:theme>/default/", views.reset, name="reset"),
    path("shifts/<uuid:id>/themes/", views.stand, name="stand"),
]
