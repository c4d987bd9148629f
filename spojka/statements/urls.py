from django.urls import path

from .views import agreements, statements

app_name = "statements"
urlpatterns = [
    path("cases/<uuid:id>/statements/", statements.listing, name="list"),
    path("cases/<uuid:id>/statements/new/", statements.write, name="write"),
    path("statements/<uuid:id>/", statements.statement, name="statement"),
    path("statements/<uuid:id>/reply/", statements.reply, name="reply"),
    path("statements/<uuid:id>/clarify/", statements.clarify, name="clarify"),
    path("statements/<uuid:id>/void/", statements.void, name="void"),
    path("cases/<uuid:id>/team-agreement/new/", agreements.make, name="make"),
    path("cases/<uuid:id>/team-agreement/blank/", agreements.blank, name="blank"),
    path("team-agreements/<uuid:id>/", agreements.agreement, name="agreement"),
    path("team-agreements/<uuid:id>/paper/", agreements.paper, name="paper"),
    path("team-agreements/<uuid:id>/assent/", agreements.assent, name="assent"),
    path("team-agreements/<uuid:id>/tell/", agreements.tell, name="tell"),
    path("team-agreements/<uuid:id>/review/", agreements.review, name="review"),
    path("team-agreements/<uuid:id>/end/", agreements.end, name="end"),
]
