from django.urls import path

from .views import around, arranging, breath, listing, shifts, stand, tally, vitals

app_name = "encounters"
urlpatterns = [
    path("shifts/", shifts.listing, name="shifts"),
    path("shifts/new/", shifts.plan, name="plan"),
    path("shifts/<uuid:id>/", shifts.shift, name="shift"),
    path("shifts/<uuid:id>/start/", shifts.start, name="start"),
    path("shifts/<uuid:id>/join/", shifts.join, name="join"),
    path("shifts/<uuid:id>/note/", shifts.note, name="note"),
    path("shifts/<uuid:id>/close/", shifts.close, name="close"),
    path("shifts/<uuid:id>/cancel/", shifts.cancel, name="cancel"),
    path("shifts/<uuid:id>/reopen/", shifts.reopen, name="reopen"),
    path("shifts/<uuid:id>/move/", arranging.move, name="move"),
    path("shifts/<uuid:id>/split/", arranging.split, name="split"),
    path("shifts/<uuid:id>/crew/", arranging.crew, name="crew"),
    path("shifts/<uuid:id>/tally/", tally.tally, name="tally"),
    path("shifts/<uuid:id>/tally/sheet/", tally.sheet, name="tally_sheet"),
    path("shifts/<uuid:id>/encounters/new/", stand.new, name="new"),
    path("shifts/<uuid:id>/counts/", stand.running_counts, name="counts"),
    path("shifts/<uuid:id>/refusals/new/", stand.refuse, name="refuse"),
    path("shifts/<uuid:id>/breath/", breath.measure, name="breath"),
    path("shifts/<uuid:id>/vitals/", vitals.measure, name="vitals"),
    path("encounters/", listing.listing, name="list"),
    path("encounters/filters/", listing.filters, name="filters"),
    path("encounters.csv", listing.export, {"kind": "csv"}, name="export_csv"),
    path("encounters.xlsx", listing.export, {"kind": "xlsx"}, name="export_xlsx"),
    path("encounters/<uuid:id>/", listing.encounter, name="encounter"),
    path("encounters/<uuid:id>/correct/", listing.correct, name="correct"),
    path("encounters/<uuid:id>/void/", listing.void, name="void"),
    path("encounters/<uuid:id>/undo/", stand.undo, name="undo"),
    path("clients/<uuid:id>/", around.client, name="client"),
    path("events/<uuid:id>/", around.event, name="event"),
    path("breaths/<uuid:id>/void/", stand.void_breath, name="void_breath"),
    path("vitals/<uuid:id>/void/", vitals.void, name="void_signs"),
    path("refusals/<uuid:id>/void/", stand.void_refusal, name="void_refusal"),
]
