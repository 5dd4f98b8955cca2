"""manage.py verify_quotes finds a quote that is not in its version, and says so by its exit status."""

import pytest
from django.core.management import CommandError, call_command

from tests.builders import build_document, build_provision, build_version


@pytest.mark.django_db
def test_right_quotes_are_counted_and_pass(capsys) -> None:
    build_provision(build_version(build_document()))
    call_command("verify_quotes")
    assert "1 quotes checked, 0 wrong" in capsys.readouterr().out


@pytest.mark.django_db
def test_a_wrong_offset_is_named_and_fails(capsys) -> None:
    provision = build_provision(build_version(build_document()))
    type(provision).objects.filter(pk=provision.pk).update(start=provision.start + 1, end=provision.end + 1)
    with pytest.raises(CommandError):
        call_command("verify_quotes")
    assert provision.slug in capsys.readouterr().err
