from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from spojka.ui.http import ask, done, posted

from .. import pins
from ..forms.pin import SetPin


@sensitive_post_parameters("pin")
@require_http_methods(["GET", "POST"])
@reauthentication_required
def pin(request):
    """Set or change the PIN by which one takes over a shared tablet."""
    form = SetPin(posted(request))
    if not done(form, lambda: pins.set_pin(request.user, form.cleaned_data["pin"], timezone.now())):
        return ask(request, "members/pin.html", form)
    messages.success(request, _("The PIN is set."))
    return redirect("account")
