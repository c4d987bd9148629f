from django.urls import path

from .views import exclusions, groups, rapid, slots, tickets, treatment

app_name = "care"
urlpatterns = [
    path("rapid-tests/", rapid.listing, name="tests"),
    path("shifts/<uuid:id>/rapid-tests/", rapid.of_shift, name="tests_of_shift"),
    path("shifts/<uuid:id>/rapid-tests/new/", rapid.start, name="start_test"),
    path("rapid-tests/<uuid:id>/", rapid.test, name="test"),
    path("rapid-tests/<uuid:id>/steps/", rapid.note, name="note_test"),
    path("rapid-tests/<uuid:id>/void/", rapid.void, name="void_test"),
    path("rapid-tests/<uuid:id>/slip/", rapid.slip, name="slip"),
    path("rapid-test-steps/<uuid:id>/take-back/", rapid.take_back, name="take_back"),
    path("shifts/<uuid:id>/slots/", slots.board, name="board"),
    path("shifts/<uuid:id>/slots/lines/", slots.lines, name="lines"),
    path("shifts/<uuid:id>/tickets/", tickets.tickets, name="tickets"),
    path("shifts/<uuid:id>/tickets/lines/", tickets.lines, name="ticket_lines"),
    path("shifts/<uuid:id>/tickets/call/", tickets.call, name="call"),
    path("slots/<uuid:id>/move/", slots.move, name="move"),
    path("slots/<uuid:id>/write/", slots.write, name="write_slot"),
    path("resources/", slots.resources, name="resources"),
    path("resources/add/", slots.add_resource, name="add_resource"),
    path("resources/<uuid:id>/", slots.resource, name="resource"),
    path("groups/", groups.listing, name="groups"),
    path("shifts/<uuid:id>/groups/new/", groups.record, name="record_group"),
    path("groups/<uuid:id>/", groups.group, name="group"),
    path("groups/<uuid:id>/correct/", groups.correct, name="correct_group"),
    path("groups/<uuid:id>/void/", groups.void, name="void_group"),
    path("exclusions/", exclusions.listing, name="exclusions"),
    path("clients/<uuid:id>/exclusions/new/", exclusions.of_client, name="end_of_client"),
    path("shifts/<uuid:id>/exclusions/new/", exclusions.of_shift, name="end_of_shift"),
    path("exclusions/<uuid:id>/", exclusions.exclusion, name="exclusion"),
    path("exclusions/<uuid:id>/review/", exclusions.review, name="review"),
    path("exclusions/<uuid:id>/end/", exclusions.end, name="end_exclusion"),
    path("shifts/<uuid:id>/treatments/new/", treatment.treat, name="treat"),
    path("shifts/<uuid:id>/food/new/", treatment.feed, name="feed"),
]
