"""What the database itself sees to for the log: migration operations beside write_once."""

from django.db import migrations

_OWE = """
CREATE OR REPLACE FUNCTION owe_to_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO platforms_unlogged (kind, object_id) VALUES (TG_ARGV[0], NEW.id);
    RETURN NULL;
END $$;
"""

_GAPLESS = """
CREATE OR REPLACE FUNCTION refuse_gaps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.index < 0 OR NEW.index > 0
        AND NOT EXISTS (SELECT FROM platforms_logentry WHERE index = NEW.index - 1) THEN
        RAISE EXCEPTION 'the log has no entry before %', NEW.index USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER without_gaps BEFORE INSERT ON platforms_logentry FOR EACH ROW EXECUTE FUNCTION refuse_gaps();
"""

_GROWING = """
CREATE OR REPLACE FUNCTION refuse_other_hashes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR NEW.level <> OLD.level OR NEW.index <> OLD.index
        OR substring(NEW.hashes FROM 1 FOR length(OLD.hashes)) <> OLD.hashes THEN
        RAISE EXCEPTION 'a tile of the log only grows: % refused', TG_OP USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER only_grows BEFORE UPDATE OR DELETE ON platforms_logtile
FOR EACH ROW EXECUTE FUNCTION refuse_other_hashes();
ALTER TABLE platforms_logtile ALTER COLUMN hashes SET STORAGE EXTERNAL;
"""


_GAPLESS_AT_ONCE = """
CREATE OR REPLACE FUNCTION refuse_gaps() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    first bigint; last bigint; number bigint;
BEGIN
    SELECT min(index), max(index), count(*) INTO first, last, number FROM added;
    IF number > 0 AND (first < 0 OR last - first + 1 <> number
        OR first > 0 AND NOT EXISTS (SELECT FROM platforms_logentry WHERE index = first - 1)) THEN
        RAISE EXCEPTION 'the log has no entry before %', first USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
DROP TRIGGER without_gaps ON platforms_logentry;
CREATE TRIGGER without_gaps AFTER INSERT ON platforms_logentry
REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_gaps();
"""


def owed_to_log(table: str, kind: str) -> migrations.RunSQL:
    """After which every new row of `table` stands in `platforms_unlogged`, whoever put it there."""
    return migrations.RunSQL(
        f"""{_OWE}
        CREATE TRIGGER owed_to_log AFTER INSERT ON {table}
        FOR EACH ROW EXECUTE FUNCTION owe_to_log('{kind}');""",
        f"DROP TRIGGER owed_to_log ON {table};",
    )


def entries_without_gaps() -> migrations.RunSQL:
    """After which an entry is taken only where the one before it stands."""
    return migrations.RunSQL(_GAPLESS, "DROP TRIGGER without_gaps ON platforms_logentry;")


def gaps_refused_at_once() -> migrations.RunSQL:
    """After which the same is asked once a statement, not once an entry."""
    return migrations.RunSQL(_GAPLESS_AT_ONCE, f"DROP TRIGGER without_gaps ON platforms_logentry;{_GAPLESS}")


def tiles_only_grow() -> migrations.RunSQL:
    """After which the hashes in a tile stay as they are. They don't compress, so they are stored plain."""
    return migrations.RunSQL(_GROWING, "DROP TRIGGER only_grows ON platforms_logtile;")
