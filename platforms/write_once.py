"""Tables that the database itself refuses to rewrite."""

from django.db import migrations

_FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is write-once: % refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation', HINT = 'The archive is only ever added to.';
END $$;
"""


def write_once(table: str) -> migrations.RunSQL:
    """A migration operation after which rows of `table` can be inserted and read, never changed or deleted."""
    return migrations.RunSQL(
        f"""{_FUNCTION}
        CREATE TRIGGER write_once BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();""",
        f"DROP TRIGGER write_once ON {table};",
    )
