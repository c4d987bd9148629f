"""Groups, who sits in them, their themes, and what of their minutes is public."""

from .group import Group as Group
from .group import GroupQuerySet as GroupQuerySet
from .minutes import Offshoot as Offshoot
from .minutes import Outgrown as Outgrown
from .minutes import PublicMinutes as PublicMinutes
from .minutes import PublicPage as PublicPage
from .seats import Seat as Seat
from .seats import SeatQuerySet as SeatQuerySet
from .themes import Theme as Theme
from .themes import ThemeChoice as ThemeChoice
from .themes import ThemeOutcome as ThemeOutcome
from .themes import ThemeVote as ThemeVote
