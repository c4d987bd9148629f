"""The page behind a link, for who has no account. Its address says nothing of what it is about."""

from django.urls import path

from . import views

urlpatterns = [path("answer/<str:token>/", views.behind, name="referral_answer")]
