from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from spojka.base.errors import Refusal
from spojka.ui.http import ask, posted, refused

from .. import letters, myself, weekly
from ..forms.myself import Address, Rename


@require_http_methods(["GET", "POST"])
def name(request):
    """Ask what others are to call me."""
    form = Rename(posted(request), initial={"name": request.user.name})
    if not form.is_valid():
        return ask(request, "members/my_name.html", form)
    try:
        myself.rename(request.user, form.cleaned_data["name"], timezone.localdate())
    except Refusal as refusal:
        return ask(request, "members/my_name.html", refused(form, refusal))
    messages.success(request, _("You have your new name."))
    return redirect("account")


@require_http_methods(["GET", "POST"])
@reauthentication_required
def address(request):
    """Ask for another e-mail and send it a letter; until that is answered, nothing changes."""
    form = Address(posted(request))
    if not form.is_valid():
        return ask(request, "members/my_address.html", form)
    email = form.cleaned_data["email"]
    try:
        token = myself.token_for(request.user, email)
        link = request.build_absolute_uri(reverse("my_address_confirm", args=[token]))
        if not (
            settings.MAIL_IS_SENT
            and (myself.is_taken(email) or letters.send_address(request.user, email, address=link))
        ):
            raise myself.NotYours(_("The letter did not leave. Ask who runs Spojka for you, or try it later."))
    except Refusal as refusal:
        return ask(request, "members/my_address.html", refused(form, refusal))
    messages.success(
        request, _("If the address can be used, a letter is on its way to it. Open its link within a day.")
    )
    return redirect("account")


@require_http_methods(["GET", "POST"])
def confirm_address(request, token):
    """Ask whether the address is to be changed, as the letter to it says; then change it and tell the old one."""
    try:
        email = myself.address_in(request.user, token)
        if request.method == "GET":
            return render(request, "members/my_address_confirm.html", {"email": email})
        before = request.user.email
        myself.move(request.user, email, timezone.localdate())
    except Refusal as refusal:
        return render(request, "members/my_address_confirm.html", {"over": refusal}, status=410)
    letters.tell_of_move(request.user, before)
    messages.success(request, _("You sign in by the new e-mail from now on."))
    return redirect("account")


@require_POST
def weekly_letter(request):
    """Ask for the letter of the week, or for none any more."""
    on = request.POST.get("on") == "yes"
    weekly.switch(request.user, on)
    messages.success(request, _("The letter will come once a week.") if on else _("No more letter will come."))
    return redirect("account")
