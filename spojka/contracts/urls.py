from django.urls import path

from .views import after, contracts, drafts, mending, papers, refusals, rules

app_name = "contracts"
urlpatterns = [
    path("contracts/", contracts.listing, name="list"),
    path("contracts/blank/<slug:kind>/", papers.blank, name="blank"),
    path("contracts/<uuid:id>/", contracts.contract_page, name="contract"),
    path("contracts/<uuid:id>/paper/", papers.contract, name="paper"),
    path("contracts/<uuid:id>/change/", drafts.change, name="change"),
    path("contracts/<uuid:id>/drop/", drafts.drop, name="drop"),
    path("contracts/<uuid:id>/conclude/", drafts.conclude, name="conclude"),
    path("contracts/<uuid:id>/amend/", drafts.amend, name="amend"),
    path("contracts/<uuid:id>/warn/", after.warn, name="warn"),
    path("contracts/<uuid:id>/end/", after.end, name="end"),
    path("contracts/<uuid:id>/end-by-agreement/", after.agree_end, name="agree_end"),
    path("contracts/<uuid:id>/notice/", after.notice, name="notice"),
    path("contract-warnings/<uuid:id>/delivered/", after.deliver_warning, name="deliver_warning"),
    path("contract-warnings/<uuid:id>/paper/", papers.warning, name="warning_paper"),
    path("contract-endings/<uuid:id>/delivered/", after.deliver_notice, name="deliver_notice"),
    path("contract-endings/<uuid:id>/take-back/", after.take_back, name="take_back"),
    path("contract-endings/<uuid:id>/paper/", papers.ending, name="ending_paper"),
    path("contract-refusals/", refusals.register, name="refusals"),
    path("contract-refusals/new/", refusals.refuse, name="refuse"),
    path("contract-refusals/<uuid:id>/", refusals.refusal, name="refusal"),
    path("contract-refusals/<uuid:id>/paper/", papers.refusal, name="refusal_paper"),
    path("contract-endings/<uuid:id>/open-again/", after.open_again, name="open_again"),
    path("contract-warnings/<uuid:id>/correct/", mending.correct_warning, name="correct_warning"),
    path("contract-warnings/<uuid:id>/take-back/", mending.void_warning, name="void_warning"),
    path("contract-refusals/<uuid:id>/correct/", mending.correct_refusal, name="correct_refusal"),
    path("contract-refusals/<uuid:id>/take-back/", mending.void_refusal, name="void_refusal"),
    path("rules-explained/<uuid:id>/correct/", mending.correct_explanation, name="correct_explanation"),
    path("rules-explained/<uuid:id>/take-back/", mending.void_explanation, name="void_explanation"),
    path("rules/", rules.rules, name="rules"),
    path("rules/<uuid:id>/paper/", papers.rules, name="rules_paper"),
    path("clients/<uuid:id>/contract/", drafts.write, name="write"),
    path("clients/<uuid:id>/rules/", rules.explain, name="explain"),
]
