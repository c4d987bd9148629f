from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from .. import devices


@require_POST
def end(request, id):
    """Sign out one of one's own devices."""
    if not devices.end(request.user, id=id):
        raise Http404
    messages.success(request, _("The device is signed out."))
    return redirect("account")


@require_POST
def end_others(request):
    """Sign out everywhere but here."""
    count = devices.end(request.user, but=request.session.get(devices.KEY))
    said = ngettext("%(n)d other device is signed out.", "%(n)d other devices are signed out.", count)
    messages.success(request, said % {"n": count})
    return redirect("account")
