from django.urls import path

from . import views
from .views import about, agreements, joining

app_name = "clients"
urlpatterns = [
    path("clients/", views.listing, name="list"),
    path("clients/find/", views.find, name="find"),
    path("clients/add/", views.add, name="add"),
    path("clients/code-template/", views.template, name="template"),
    path("clients/duplicates/", joining.proposed, name="duplicates"),
    path("clients/statement/", agreements.wording, name="wording"),
    path("clients/statement/blank/", agreements.blank, name="blank"),
    path("clients/<uuid:id>/nickname/", about.nickname, name="nickname"),
    path("clients/<uuid:id>/code/", about.recode, name="recode"),
    path("clients/<uuid:id>/merge/", joining.merge, name="merge"),
    path("clients/<uuid:id>/split/", joining.split, name="split"),
    path("clients/<uuid:id>/part/", joining.part, name="part"),
    path("clients/<uuid:id>/instruct/", about.instruct, name="instruct"),
    path("clients/<uuid:id>/agree/", agreements.agree, name="agree"),
    path("clients/<uuid:id>/statement/", agreements.paper, name="statement"),
    path("clients/<uuid:id>/household/", about.household, name="household"),
    path("clients/<uuid:id>/relate/", about.relate, name="relate"),
    path("joinings/<uuid:id>/undo/", joining.undo, name="undo"),
    path("apart/<uuid:id>/propose/", joining.propose, name="propose"),
    path("instructions/<uuid:id>/end/", about.end_instruction, name="end_instruction"),
    path("agreements/<uuid:id>/withdraw/", agreements.withdraw, name="withdraw"),
    path("households/<uuid:id>/", about.home, name="home"),
    path("household-members/<uuid:id>/leave/", about.leave, name="leave"),
    path("relations/<uuid:id>/end/", about.end_relation, name="end_relation"),
]
