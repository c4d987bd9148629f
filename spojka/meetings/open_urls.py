"""What anybody with a link opens, without signing in."""

from django.urls import path

from .views import open

urlpatterns = [
    path("meeting/answer/<str:token>/", open.answer, name="meeting_answer"),
    path("meeting/here/<str:token>/", open.here, name="meeting_here"),
    path("meeting/minutes/<str:token>/", open.minutes, name="meeting_minutes"),
    path("meeting/minutes/<str:token>/<uuid:line>/", open.matter, name="meeting_matter"),
    path("calendar/<str:token>.ics", open.calendar, name="meeting_calendar"),
]
