"""By what figures of encounters are broken down."""

from django.utils.translation import gettext_lazy as _

from spojka.figures.counting import Dimension

DIMENSIONS = (
    Dimension(code="day", column="day", name=_("Day")),
    Dimension(code="month", column="month", name=_("Month")),
    Dimension(code="year", column="year", name=_("Year")),
    Dimension(code="hour", column="hour", name=_("Hour of the day")),
    Dimension(code="shift", column="shift_id", name=_("Shift")),
    Dimension(code="service", column="service_id", name=_("Service")),
    Dimension(code="project", column="project_id", name=_("Project")),
    Dimension(code="event", column="event_id", name=_("Event")),
    Dimension(code="place", column="place_id", name=_("Place")),
    Dimension(code="district", column="district", name=_("City district or municipality")),
    Dimension(code="municipality", column="municipality", name=_("Municipality")),
    Dimension(code="orp", column="orp", name=_("Administrative district (ORP)")),
    Dimension(code="region", column="region", name=_("Region")),
    Dimension(code="setting", column="setting", name=_("Setting")),
    Dimension(code="worker", column="recorded_by", name=_("Worker")),
    Dimension(code="sex", column="sex", name=_("Sex")),
    Dimension(code="age", column="age_band", name=_("Age")),
    Dimension(code="item", column="code", name=_("Item")),
)
