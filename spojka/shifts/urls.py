from django.urls import path

from .views import field, office

app_name = "shifts"
urlpatterns = [
    path("shifts/<uuid:id>/now/", field.now, name="now"),
    path("shifts/<uuid:id>/now/states/", field.states, name="states"),
    path("shifts/<uuid:id>/lists/kit_out/", field.fill, {"kind": "kit_out"}, name="kit_out"),
    path("shifts/<uuid:id>/lists/kit_back/", field.fill, {"kind": "kit_back"}, name="kit_back"),
    path("shifts/<uuid:id>/lists/zone/", field.fill, {"kind": "zone"}, name="zone"),
    path("shifts/<uuid:id>/briefing/read/", field.read_briefing, name="read_briefing"),
    path("shifts/<uuid:id>/handover/", field.hand_over, name="hand_over"),
    path("shifts/<uuid:id>/debrief/", field.look_back, name="look_back"),
    path("shifts/<uuid:id>/alone/", field.alone, name="alone"),
    path("shifts/<uuid:id>/alone/well/", field.check_in, name="well"),
    path("shifts/<uuid:id>/alone/back/", field.back, name="back"),
    path("shifts/<uuid:id>/help/", field.call, name="call"),
    path("trouble/", office.trouble, name="trouble"),
    path("calls/<uuid:id>/known/", field.know, name="know"),
    path("watches/<uuid:id>/end/", field.end_for, name="end_for"),
    path("shifts/<uuid:id>/briefing/", office.briefing, name="briefing"),
    path("shifts/<uuid:id>/debriefs/", office.debriefs, name="debriefs"),
    path("handovers/<uuid:id>/", office.handover, name="handover"),
    path("handovers/<uuid:id>/take/", office.take, name="take"),
]
