"""What the client's own look shows of a case."""

from django.urls import path

from .views import own_look

app_name = "own_case"
urlpatterns = [path("helpers/", own_look.helpers, name="helpers")]
