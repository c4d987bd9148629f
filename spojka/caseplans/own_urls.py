"""What the client's own look shows of a plan."""

from django.urls import path

from .views import own_look

app_name = "own_plan"
urlpatterns = [
    path("plan/", own_look.plan, name="plan"),
    path("plan/<uuid:id>/paper/", own_look.asks, name="asks"),
]
