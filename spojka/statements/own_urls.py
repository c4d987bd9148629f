"""What the client's own look shows of statements."""

from django.urls import path

from .views import own_look

app_name = "own_said"
urlpatterns = [
    path("said/", own_look.said, name="said"),
    path("said/<uuid:id>/", own_look.see, name="see"),
]
