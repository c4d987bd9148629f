from django.db import migrations

TABLES = ["audit_entry", "audit_seen"]
FUNCTION = """
CREATE FUNCTION audit_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'What was audited stays.'; END $$
"""


def fence(apps, schema_editor):
    """Let the database itself refuse to change or remove what was audited."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(FUNCTION)
    for table in TABLES:
        for verb in ["UPDATE", "DELETE"]:
            name = f"{table}_no_{verb.lower()}"
            if schema_editor.connection.vendor == "postgresql":
                body = f"BEFORE {verb} ON {table} FOR EACH ROW EXECUTE FUNCTION audit_stays()"
            else:
                body = f"BEFORE {verb} ON {table} BEGIN SELECT RAISE(ABORT, 'What was audited stays.'); END"
            schema_editor.execute(f"CREATE TRIGGER {name} {body}")


def open_again(apps, schema_editor):
    postgres = schema_editor.connection.vendor == "postgresql"
    for table in TABLES:
        for verb in ["update", "delete"]:
            schema_editor.execute(f"DROP TRIGGER {table}_no_{verb}" + (f" ON {table}" if postgres else ""))
    if postgres:
        schema_editor.execute("DROP FUNCTION audit_stays()")


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_first")]
    operations = [migrations.RunPython(fence, open_again)]
