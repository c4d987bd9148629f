from django.urls import path

from .views import signals, trends, warnings

app_name = "signals"
urlpatterns = [
    path("signals/", signals.listing, name="list"),
    path("signals/new/", signals.record, name="record"),
    path("signals/share/", signals.share, name="share"),
    path("signals/<uuid:id>/void/", signals.void, name="void"),
    path("shifts/<uuid:id>/signal/", signals.at_shift, name="at_shift"),
    path("warnings/", warnings.warnings, name="warnings"),
    path("warnings/new/", warnings.draw, name="draw"),
    path("warnings/<uuid:id>/", warnings.warning, name="warning"),
    path("warnings/<uuid:id>/verify/", warnings.verify, name="verify"),
    path("warnings/<uuid:id>/acknowledge/", warnings.acknowledge, name="acknowledge"),
    path("warnings/<uuid:id>/reply/", warnings.reply, name="reply"),
    path("warnings/<uuid:id>/withdraw/", warnings.withdraw, name="withdraw"),
    path("warnings/<uuid:id>/answer/", warnings.answer, name="answer"),
    path("warnings/<uuid:id>/paper/", warnings.paper, name="paper"),
    path("trends/", trends.listing, name="trends"),
    path("trends/new/", trends.note, name="note"),
    path("trends/<uuid:id>/void/", trends.unnote, name="unnote"),
]
