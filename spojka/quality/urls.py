from django.urls import path

from . import views

app_name = "quality"
urlpatterns = [
    path("quality/", views.overview, name="overview"),
    path("quality/today/", views.today, name="today"),
    path("quality/accepted/<uuid:id>/doubt/", views.doubt, name="doubt"),
    path("quality/<slug:check>/", views.listing, name="check"),
    path("quality/<slug:check>/<uuid:id>/accept/", views.accept, name="accept"),
]
