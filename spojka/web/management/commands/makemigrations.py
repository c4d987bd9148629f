from django.core.management.commands import makemigrations


class Command(makemigrations.Command):
    help = "Write new migrations, without the line that names a version and a moment: `-n what_it_does` names them."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.set_defaults(include_header=False)
