"""The letters of this package. None says what it is about, nor which service writes."""

from datetime import date, datetime

from spojka.mail import letters

from .models import ReferralLink


def send_link(row: ReferralLink, *, address: str, at: datetime) -> bool:
    """Send the link; remember when it left. Return whether it did."""
    has_left = letters.send("referrals/letters/link.txt", to=row.email, address=address, until=row.link.expires_at)
    if has_left:
        ReferralLink.objects.filter(pk=row.pk).update(sent_at=at)  # no deed of anybody's
    return has_left


def send_reminder(to: str, due: date) -> bool:
    """Remind that something at Today is late. Return whether the letter left."""
    return letters.send("referrals/letters/late.txt", to=to, due=due)
