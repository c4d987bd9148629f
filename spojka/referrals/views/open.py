"""The page behind a link: the offer without a name, and what the other side may say to it."""

from django.contrib.auth.decorators import login_not_required as open_to_all
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from spojka.ui.http import ask, done

from .. import deeds, opening, reading


@open_to_all
@require_http_methods(["GET", "POST"])
def behind(request, token):
    """Show what a link leads to, and take an answer. A wrong, an old and a withdrawn link look alike."""
    now = timezone.now()
    holder, told = opening.behind(token, now)
    request.actor = holder
    may = {one.permission: holder.can(one.permission, told.referral) for one in deeds.DEEDS.values() if one.by_link}
    asked = deeds.forms_of(told, holder, lambda permission: may.get(permission, False), now)
    what = request.POST.get("what")
    deed = deeds.DEEDS.get(what)
    if request.method == "POST" and deed and may.get(deed.permission):  # also one that is too late: it says why
        form = deeds.form_of(what, told, holder, request.POST, now)
        if done(form, lambda: deed.run(holder, told.referral, form, now)):
            return redirect("referral_answer", token)
        asked |= {what: form}
        return ask(request, "referrals/open.html", form, **_said(told, holder, asked))
    return render(request, "referrals/open.html", _said(told, holder, asked))


def _said(told, holder, asked):
    said = {"referral": told.referral, "told": told, "forms": asked, "about": reading.about(told.referral)}
    said |= {"identity": reading.identity_of(told.referral, holder)}
    said |= {"reasons": reading.words_of(told.referral)["referral_refusal"]}
    return said | {"lines": [(one, told.name_of(one.side)) for one in told.steps if one.taken_back_at is None]}
