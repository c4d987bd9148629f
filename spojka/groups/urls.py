from django.urls import path

from .views import figures, groups, meetings, offshoots, public, seats, themes

app_name = "groups"
urlpatterns = [
    path("working-groups/", groups.listing, name="list"),
    path("working-groups/new/", groups.new, name="new"),
    path("working-groups/figures/", figures.figures, name="figures"),
    path("working-groups/figures.csv", figures.export, name="figures_csv"),
    path("working-groups/<uuid:id>/", groups.group, name="group"),
    path("working-groups/<uuid:id>/change/", groups.change, name="change"),
    path("working-groups/<uuid:id>/end/", groups.end, name="end"),
    path("working-groups/<uuid:id>/resume/", groups.resume, name="resume"),
    path("working-groups/<uuid:id>/seats/", seats.give, name="seat"),
    path("working-groups/<uuid:id>/own-seats/", seats.fill, name="fill"),
    path("group-seats/<uuid:id>/end/", seats.end, name="end_seat"),
    path("working-groups/<uuid:id>/series/", meetings.start_series, name="series"),
    path("working-groups/<uuid:id>/meeting/", meetings.call, name="call"),
    path("working-groups/<uuid:id>/themes/", themes.propose, name="propose"),
    path("group-themes/<uuid:id>/vote/", themes.vote, name="vote"),
    path("group-themes/<uuid:id>/choose/", themes.choose, name="choose"),
    path("group-meetings/<uuid:id>/public/", public.publish, name="publish"),
    path("group-minutes/<uuid:id>/withdraw/", public.withdraw, name="withdraw"),
    path("group-lines/<uuid:id>/signal/", offshoots.signal, name="signal"),
    path("group-signals/", offshoots.bring, name="bring"),
]
