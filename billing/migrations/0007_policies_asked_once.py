"""Row-level security asks for the scope once a statement, also on tables that were made before it did."""

from django.db import migrations

from billing.tenancy import POLICY


class Migration(migrations.Migration):

    dependencies = [("billing", "0006_export_notice")]

    operations = [
        migrations.RunSQL(
            # In a list, or it would be cut at each semicolon.
            [
                f"""
            DO $$
            DECLARE owned record;
            BEGIN
                FOR owned IN SELECT tablename FROM pg_policies WHERE policyname = 'tenant' AND schemaname = current_schema() LOOP
                    EXECUTE format('ALTER POLICY tenant ON %I USING (%s)', owned.tablename, $policy${POLICY}$policy$);
                END LOOP;
            END $$;
            """
            ],
            migrations.RunSQL.noop,
        )
    ]
