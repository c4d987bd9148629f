from django.urls import path

from .views import duties, meetings, papers, parts, plan, reviews, standing

app_name = "caseplans"
urlpatterns = [
    path("cases/<uuid:id>/plan/", plan.plan, name="plan"),
    path("cases/<uuid:id>/plan/start/", plan.start, name="start"),
    path("case-plans/<uuid:id>/agree/", plan.agree, name="agree"),
    path("case-plans/<uuid:id>/void/", plan.void, name="void"),
    path("case-plans/<uuid:id>/restore/", plan.restore, name="restore"),
    path("case-plans/<uuid:id>/goals/new/", parts.new_goal, name="new_goal"),
    path("plan-parts/<uuid:id>/steps/new/", parts.new_step, name="new_step"),
    path("plan-parts/<uuid:id>/", parts.change, name="part"),
    path("plan-parts/<uuid:id>/leave-out/", parts.leave_out, name="leave_out"),
    path("plan-parts/<uuid:id>/tick/", standing.tick, name="tick"),
    path("plan-parts/<uuid:id>/act/", standing.act, name="act"),
    path("plan-parts/<uuid:id>/move/", standing.move, name="move"),
    path("case-plans/<uuid:id>/assent/", standing.assent, name="assent"),
    path("cases/<uuid:id>/reviews/", reviews.listing, name="reviews"),
    path("case-plans/<uuid:id>/review/", meetings.review, name="review"),
    path("plan-reviews/<uuid:id>/", meetings.minutes, name="minutes"),
    path("plan-reviews/<uuid:id>/paper/", meetings.paper, name="minutes_paper"),
    path("cases/<uuid:id>/ratings/new/", reviews.rate, name="rate"),
    path("cases/<uuid:id>/asks/", duties.asks, name="asks"),
    path("cases/<uuid:id>/duties/", duties.add, name="add_duty"),
    path("duties/<uuid:id>/void/", duties.void, name="void_duty"),
    path("parties/<uuid:id>/asks/", duties.paper, name="asks_paper"),
    path("case-plans/<uuid:id>/compare/", plan.compare, name="compare"),
    path("case-plans/<uuid:id>/paper/", papers.plan, name="paper"),
    path("case-plans/<uuid:id>/record/", papers.record, name="record"),
    path("case-plans/<uuid:id>/text/", papers.text, name="text"),
]
