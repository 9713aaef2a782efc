"""What is known of keys."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from liaison_desktop.domain.signatures import KeyInfo

NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ends", "days", "expected"),
    [
        (timedelta(days=60), 60, True),
        (timedelta(days=60, seconds=1), 60, False),
        (timedelta(0), 0, True),
        (timedelta(seconds=1), 0, False),
        (timedelta(days=-5), 0, True),
    ],
)
def test_a_certificate_ends_within_some_days(ends: timedelta, days: int, expected: bool) -> None:
    info = KeyInfo(
        path=Path("key.p12"),
        name="Ottavia Belcampo",
        organisation="",
        issuer="",
        self_issued=True,
        not_before=NOW - timedelta(days=100),
        not_after=NOW + ends,
        fingerprint="",
    )
    assert info.expires_within(days, NOW) is expected
