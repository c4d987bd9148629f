from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from spojka.mail import letters


class Command(BaseCommand):
    help = "Send a test letter: spojka letter jana@example.org says whether mail leaves this machine."

    def add_arguments(self, parser):
        parser.add_argument("to", metavar="E-MAIL", help="who gets it")

    def handle(self, *, to, **options):
        try:
            validate_email(to)
        except ValidationError as fault:
            raise CommandError(" ".join(fault.messages)) from None
        if letters.send("mail/test.txt", to=to):
            self.stdout.write(_("The letter left. See whether it has come, also among unwanted mail."))
        elif settings.MAIL_IS_SENT:
            raise CommandError(_("The mail server did not take the letter. The log says why; check SPOJKA_SMTP."))
        else:
            raise CommandError(
                _("Mail is not set up: the letter only lies in %(folder)s. Name the mail server in SPOJKA_SMTP.")
                % {"folder": settings.EMAIL_FILE_PATH}
            )
