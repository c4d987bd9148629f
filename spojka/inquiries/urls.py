from django.urls import path

from . import views

app_name = "inquiries"
urlpatterns = [
    path("inquiries/", views.inquiries, name="list"),
    path("clients/<uuid:id>/inquiries/new/", views.ask_them, name="ask"),
    path("inquiries/<uuid:id>/", views.inquiry, name="inquiry"),
    path("inquiries/<uuid:id>/answer/", views.answer, name="answer"),
    path("inquiries/<uuid:id>/close/", views.close, name="close"),
    path("inquiries/<uuid:id>/withdraw/", views.withdraw, name="withdraw"),
]
