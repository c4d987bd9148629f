"""What a password must be, said in words that have their Czech."""

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import gettext as _


class LongEnough(MinimumLengthValidator):
    """Django says the same in words whose translation it lost."""

    def get_error_message(self) -> str:
        return _("This password is too short. It needs at least %(n)s characters.") % {"n": self.min_length}
