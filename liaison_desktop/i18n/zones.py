"""Which clock a country goes by."""

from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.core import get_global

_MAIN: Final = {
    "DE": "Europe/Berlin",
    "ES": "Europe/Madrid",
    "PT": "Europe/Lisbon",
    "CY": "Asia/Nicosia",
}
"""Of countries with more than one clock, or more than one name for it."""


def moment_in(country: str, day: date, at: time) -> datetime:
    """A day and an hour in a country (ISO 3166-1 alpha-2) as a moment.

    Of countries that are not known, or have several clocks, this computer's own is taken.
    """
    local = datetime.combine(day, at)
    code = country.upper()
    zones = get_global("territory_zones").get(code, ())
    name = _MAIN.get(code) or (zones[0] if len(zones) == 1 else "")
    try:
        return local.replace(tzinfo=ZoneInfo(name)) if name else local.astimezone()
    except ZoneInfoNotFoundError:
        return local.astimezone()
