"""The hour of a meeting is that of its country."""

from datetime import date, time, timedelta

import pytest

from liaison_desktop.i18n.zones import moment_in

SUMMER, WINTER = date(2027, 7, 1), date(2027, 1, 15)


@pytest.mark.parametrize(
    ("country", "day", "hours"),
    [
        ("IT", WINTER, 1),
        ("it", SUMMER, 2),
        ("DE", WINTER, 1),
        ("GR", SUMMER, 3),
        ("PT", WINTER, 0),
    ],
)
def test_countries_have_their_own_clock(country: str, day: date, hours: int) -> None:
    moment = moment_in(country, day, time(17))
    assert moment.utcoffset() == timedelta(hours=hours)
    assert moment.time() == time(17)


@pytest.mark.parametrize("country", ["", "XX", "US"])
def test_elsewhere_it_is_the_clock_of_this_computer(country: str) -> None:
    moment = moment_in(country, WINTER, time(17))
    assert moment.tzinfo is not None
    assert moment.time() == time(17)
