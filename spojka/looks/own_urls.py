"""The client's own look: no organisation in the address, no name in the title."""

from django.urls import path

from .views import own

app_name = "own"
urlpatterns = [
    path("", own.enter, name="enter"),
    path("leave/", own.leave, name="leave"),
    path("record/", own.record, name="record"),
    path("sharing/", own.shares, name="shares"),
    path("sharing/<uuid:id>/", own.take_back, name="take_back"),
    path("sharing/<uuid:id>/receipt/", own.receipt, name="receipt"),
    path("sharing/<uuid:id>/receipt/file/", own.receipt_file, name="receipt_file"),
    path("sharing/one/<uuid:id>/", own.take_back_one, name="take_back_one"),
    path("seen/", own.seen, name="seen"),
    path("seen/paper/", own.ledger, name="ledger"),
    path("say/", own.say, name="say"),
]
