"""Every failure has its words, and its errors carry them."""

import pytest

from monitoring.errors import DeliveryError, Failure, FetchError, ReadingError


@pytest.mark.parametrize("failure", list(Failure))
def test_every_failure_is_a_sentence_an_editor_can_read(failure: Failure) -> None:
    assert failure.in_words[0].isupper()
    assert failure.in_words.endswith(".")
    assert failure.value not in failure.in_words or "_" not in failure.value


def test_what_will_not_mend_itself_is_not_transient() -> None:
    lasting = [Failure.BAD_URL, Failure.PRIVATE_ADDRESS, Failure.HTTP_NOT_FOUND, Failure.ROBOTS, Failure.TLS]
    assert not any(failure.transient for failure in lasting)
    assert Failure.TIMEOUT.transient
    assert Failure.CHALLENGE.transient


def test_errors_carry_the_failure_and_its_words() -> None:
    error = FetchError(Failure.RATE_LIMITED, "a.example said so.", status=429, retry_after=60.0)
    assert str(error) == f"{Failure.RATE_LIMITED.in_words} a.example said so."
    assert (error.failure, error.status, error.retry_after) == (Failure.RATE_LIMITED, 429, 60.0)
    assert str(ReadingError(Failure.SHELL)) == Failure.SHELL.in_words
    assert DeliveryError("no such channel", permanent=True).permanent
