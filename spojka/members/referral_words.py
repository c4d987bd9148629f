"""The audit in words: referrals."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import Permission as P

REFERRAL_VERBS: dict[str, str | Promise] = {
    P.REFERRAL_VIEW: _("read a referral"),
    P.REFERRAL_OFFER: _("offered a client to another service without a name"),
    P.REFERRAL_RECORD: _("wrote down that somebody referred to them"),
    P.REFERRAL_TIE: _("tied a referral to a client"),
    P.REFERRAL_NAME: _("said who a referral is about, or that they come without a name"),
    P.REFERRAL_ANSWER: _("answered a referral"),
    P.REFERRAL_SAY: _("asked or replied in a referral"),
    P.REFERRAL_INVITE: _("invited to a visit"),
    P.REFERRAL_VISIT: _("wrote down how a visit of a referral went"),
    P.REFERRAL_TELL: _("told the outcome of a referral"),
    P.REFERRAL_TAKE_BACK: _("took a step of a referral back"),
    P.REFERRAL_WITHDRAW: _("withdrew a referral"),
    P.REFERRAL_CLOSE: _("closed a referral"),
    P.REFERRAL_LINK: _("made a link to a referral"),
    P.REFERRAL_UNLINK: _("took the link to a referral back"),
    P.REFERRAL_REMIND: _("reminded of a referral by letter"),
}
