from django.urls import path

from . import views

app_name = "referrals"
urlpatterns = [
    path("referrals/", views.listing, name="list"),
    path("referrals/new/", views.record, name="record"),
    path("clients/<uuid:id>/referrals/new/", views.offer, name="offer"),
    path("referrals/<uuid:id>/", views.referral, name="referral"),
    path("referrals/<uuid:id>/slip/", views.slip, name="slip"),
    path("referrals/<uuid:id>/link/", views.give_link, name="link"),
    path("referrals/<uuid:id>/unlink/", views.end_link, name="unlink"),
    path("referrals/<uuid:id>/<slug:what>/", views.deed, name="deed"),
    path("referral-steps/<uuid:id>/take-back/", views.take_back, name="take_back"),
]
