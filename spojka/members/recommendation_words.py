"""The audit in words: recommendations of groups, money and media."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import Permission as P

RECOMMENDATION_VERBS: dict[str, str | Promise] = {
    P.RECOMMENDATION_PROPOSE: _("proposed a recommendation"),
    P.RECOMMENDATION_CHANGE: _("worded a recommendation otherwise"),
    P.RECOMMENDATION_STEP: _("wrote down a step of a recommendation"),
    P.RECOMMENDATION_UNSTEP: _("took back a step of a recommendation"),
    P.RECOMMENDATION_VOTE: _("wrote down a vote on a recommendation"),
    P.RECOMMENDATION_PUBLISH: _("published a recommendation"),
    P.RECOMMENDATION_HIDE: _("withdrew a public recommendation"),
    P.GRANT_CALL_ADD: _("wrote down a call for applications"),
    P.GRANT_CALL_CHANGE: _("changed a call for applications"),
    P.FUNDING_ADD: _("wrote down a project of a group"),
    P.FUNDING_CHANGE: _("changed a project of a group"),
    P.MEDIA_ADD: _("wrote down a media output"),
    P.MEDIA_DROP: _("took a media output off the list"),
}
