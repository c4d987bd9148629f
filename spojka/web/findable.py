"""The destinations of the menu and the pages behind them, in the search."""

from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import Permission
from spojka.search.registry import Page, register_pages

from .navigation import MENU

P = Permission
WORDS = {  # what else people call the entries of the menu
    "today": _("home start overview day"),
    "encounters:list": _("encounters records notes journal"),
    "reports:contacts": _("report statistics figures numbers print annual final table"),
    "encounters:shifts": _("rota service duty plan"),
    "clients:list": _("codes people users"),
    "events:list": _("festival club concert"),
    "office": _("settings administration"),
}

register_pages(
    *(
        Page(title=entry.label, view=entry.view, words=WORDS.get(entry.view, ""), permission=entry.permission)
        for entry in MENU
    ),
    Page(
        title=_("Indicators of a final report"), view="reports:indicators", permission=P.REPORT_VIEW,
        words=_("final report funder grant indicators exchange"),
    ),
    Page(
        title=_("Recommendations and measures"), view="recommendations:list", permission=P.WORKING_GROUP_VIEW,
        words=_("council assembly proposal decree call project"),
    ),
    Page(title=_("New shift"), view="encounters:plan", words=_("plan start shift"), permission=P.SHIFT_PLAN),
    Page(title=_("Find a code"), view="clients:find", words=_("client recognise code"), permission=P.CLIENT_ADD),
    Page(title=_("New event"), view="events:add", words=_("add festival event"), permission=P.EVENT_ADD),
    Page(
        title=_("Code lists"), view="codelists:overview", permission=P.CODELIST_VIEW,
        words=_("acts material themes substances lengths limits"),
    ),
    Page(
        title=_("How codes are made"), view="clients:template", permission=P.CODE_TEMPLATE_SET,
        words=_("template code client answers"),
    ),
)  # fmt: skip
