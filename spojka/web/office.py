from django.shortcuts import render
from django.views.decorators.http import require_safe

from spojka.access.permissions import Permission
from spojka.disclosures.reading import has_any

from .work import is_in_cases


@require_safe
def office(request):
    """Lead to what is seldom changed: lists, people, codes, the audit."""
    may = {
        "lists": request.actor.may(Permission.CODELIST_VIEW),
        "people": request.actor.may(Permission.MEMBER_VIEW),
        "phones": request.actor.may(Permission.PHONE_VIEW),
        "hubs": request.actor.may(Permission.HUB_VIEW),
        "house": request.actor.may(Permission.TEAM_CHANGE),
        "sheets": request.actor.may(Permission.SHEET_VIEW),
        "eligibility": request.actor.may(Permission.CODELIST_VIEW),
        "template": request.actor.may(Permission.CODE_TEMPLATE_SET),
        "places": request.actor.may(Permission.PLACE_VIEW),
        "projects": request.actor.may(Permission.PROJECT_VIEW),
        "stock": request.actor.may(Permission.STOCK_VIEW),
        "indirect": request.actor.may(Permission.INDIRECT_VIEW),
        "themes": request.actor.may(Permission.THEME_VIEW),
        "signals": request.actor.may(Permission.SIGNAL_VIEW),
        "incidents": request.actor.may(Permission.INCIDENT_VIEW),
        "disclosures": has_any(request.actor),
        "partners": request.actor.may(Permission.PARTNER_VIEW),
        "directory": request.actor.may(Permission.DIRECTORY_VIEW),
        "appointments": request.actor.may(Permission.APPOINTMENT_VIEW),
        "referrals": request.actor.may(Permission.REFERRAL_VIEW),
        "contracts": request.actor.may(Permission.CONTRACT_VIEW),
        "naloxone": request.actor.may(Permission.NALOXONE_VIEW),
        "tests": request.actor.may(Permission.TEST_VIEW),
        "resources": request.actor.may(Permission.RESOURCE_CHANGE),
        "groups": request.actor.may(Permission.GROUP_VIEW),
        "exclusions": request.actor.may(Permission.EXCLUSION_VIEW),
        "tablets": request.actor.may(Permission.TABLET_END),
        "audit": request.actor.may(Permission.AUDIT_VIEW),
        "events": request.actor.may(Permission.EVENT_VIEW),
        "meetings": request.actor.may(Permission.MEETING_VIEW),
        "working_groups": request.actor.may(Permission.WORKING_GROUP_VIEW),
        "inquiries": request.actor.may(Permission.INQUIRY_VIEW),
        "soundings": request.actor.may(Permission.SOUNDING_VIEW),
        "shared": request.actor.may(Permission.CLIENT_VIEW),
    }
    in_cases = is_in_cases(request.actor)  # the menu holds no shifts then
    may |= {"contacts": in_cases and request.actor.may(Permission.ENCOUNTER_VIEW)}
    may |= {"shifts": in_cases and request.actor.may(Permission.SHIFT_VIEW)}
    return render(request, "web/office.html", {"may": may})
