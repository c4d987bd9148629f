from django.urls import path

from .views import audit, houses, invitations, people

urlpatterns = [
    path("people/", people.people, name="people"),
    path("people/invite/", invitations.invite, name="invite"),
    path("people/<uuid:id>/", people.person, name="person"),
    path("people/<uuid:id>/change/", people.change, name="person_change"),
    path("people/<uuid:id>/end/", people.end, name="person_end"),
    path("people/<uuid:id>/back/", people.back, name="person_back"),
    path("invitations/<uuid:id>/", invitations.invitation, name="invitation"),
    path("invitations/<uuid:id>/again/", invitations.again, name="invitation_again"),
    path("invitations/<uuid:id>/withdraw/", invitations.withdraw, name="invitation_withdraw"),
    path("organisation/", houses.house, name="house"),
    path("organisation/name/", houses.rename, name="house_rename"),
    path("services/new/", houses.add_service, name="service_add"),
    path("services/<uuid:id>/", houses.change_service, name="service_change"),
    path("services/<uuid:id>/teams/new/", houses.add_team, name="team_add"),
    path("teams/<uuid:id>/", houses.change_team, name="team_change"),
    path("audit/", audit.audit, name="audit"),
    path("audit/row/<uuid:id>/", audit.row_seen, name="row_seen"),
]
