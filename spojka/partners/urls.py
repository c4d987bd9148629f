from django.urls import path

from . import views

app_name = "partners"
urlpatterns = [
    path("partners/", views.listing, name="list"),
    path("partners/new/", views.write, name="write"),
    path("partners/blank/", views.blank, name="blank"),
    path("partners/<uuid:id>/", views.agreement, name="agreement"),
    path("partners/<uuid:id>/paper/", views.paper, name="paper"),
    path("partner-evaluations/<uuid:id>/", views.evaluation, name="evaluation"),
    path("partners/<uuid:id>/change/", views.change, name="change"),
    path("partners/<uuid:id>/drop/", views.drop, name="drop"),
    path("partners/<uuid:id>/propose/", views.propose, name="propose"),
    path("partners/<uuid:id>/take-back/", views.take_back, name="take_back"),
    path("partners/<uuid:id>/say/", views.say, name="say"),
    path("partners/<uuid:id>/signed/", views.sign_for_them, name="sign_for_them"),
    path("partners/<uuid:id>/notice/", views.give_notice, name="give_notice"),
    path("partners/<uuid:id>/revise/", views.revise, name="revise"),
    path("partners/<uuid:id>/evaluate/", views.evaluate, name="evaluate"),
]
