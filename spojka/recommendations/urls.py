from django.urls import path

from .views import course, funding, lists, papers, public, recommendations, votes

app_name = "recommendations"
urlpatterns = [
    path("recommendations/", lists.listing, name="list"),
    path("working-groups/<uuid:id>/recommendations/", lists.of_group, name="of_group"),
    path("working-groups/<uuid:id>/recommendations/new/", recommendations.propose, name="propose"),
    path("working-groups/<uuid:id>/recommendations/paper/", papers.report, name="report"),
    path("working-groups/<uuid:id>/recommendations/blank/", papers.blank, name="blank"),
    path("group-lines/<uuid:id>/recommendation/", recommendations.grow, name="grow"),
    path("recommendations/<uuid:id>/", lists.one, name="one"),
    path("recommendations/<uuid:id>/change/", recommendations.change, name="change"),
    path("recommendations/<uuid:id>/zones/", recommendations.draw, name="draw"),
    path("recommendations/<uuid:id>/bring/", recommendations.bring, name="bring"),
    path("recommendations/<uuid:id>/paper/", papers.single, name="paper"),
    path("recommendations/<uuid:id>/step/", course.step, name="step"),
    path("recommendation-steps/<uuid:id>/back/", course.unstep, name="unstep"),
    path("recommendation-steps/<uuid:id>/file/", course.file, name="file"),
    path("recommendations/<uuid:id>/vote/", votes.vote, name="vote"),
    path("recommendations/<uuid:id>/public/", public.publish, name="publish"),
    path("public-recommendations/<uuid:id>/withdraw/", public.hide, name="hide"),
    path("working-groups/<uuid:id>/funding/", funding.overview, name="funding"),
    path("working-groups/<uuid:id>/calls/new/", funding.add_call, name="add_call"),
    path("grant-calls/<uuid:id>/change/", funding.change_call, name="change_call"),
    path("working-groups/<uuid:id>/projects/new/", funding.add_project, name="add_project"),
    path("funding-projects/<uuid:id>/change/", funding.change_project, name="change_project"),
    path("working-groups/<uuid:id>/media/new/", funding.add_media, name="add_media"),
    path("media-outputs/<uuid:id>/remove/", funding.drop_media, name="drop_media"),
]
