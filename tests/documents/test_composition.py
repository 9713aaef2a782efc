"""The composition of a committee on paper: a dot for every seat, the same figures beside them."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from liaison_desktop.documents.composition import compose_composition
from liaison_desktop.documents.seat_charts import as_svg, hemicycle, seats_in_line
from liaison_desktop.domain.committees import SeatQuota
from liaison_desktop.domain.composition import CHART_COLOURS, ConstituencyShare, shares
from liaison_desktop.domain.people import Constituency
from liaison_desktop.i18n.catalogue import Catalogue
from tests.documents.conftest import CREATED
from tests.documents.planned import DAY, ahead
from tests.documents.telling import told


def share(constituency: Constituency, seats: int, filled: int) -> ConstituencyShare:
    return ConstituencyShare(
        constituency=constituency, minimum=0, maximum=None, seats=seats, filled=filled
    )


@st.composite
def compositions(draw: st.DrawFn) -> tuple[ConstituencyShare, ...]:
    made = []
    for constituency in Constituency:
        seats = draw(st.integers(0, 40))
        made.append(share(constituency, seats, draw(st.integers(0, seats))))
    return tuple(made)


def circles(svg: str) -> list[tuple[float, float, float]]:
    found = re.findall(r'<circle cx="([-\d.]+)" cy="([-\d.]+)" r="([-\d.]+)"', svg)
    return [(float(x), float(y), float(r)) for x, y, r in found]


@given(compositions())
def test_every_seat_is_one_dot_inside_the_drawing(
    composition: tuple[ConstituencyShare, ...],
) -> None:
    drawing = hemicycle(composition)
    dots = circles(as_svg(drawing).decode())
    assert len(dots) == sum(each.seats for each in composition)
    for x, y, radius in dots:
        assert radius <= x <= drawing.width - radius
        assert radius <= y <= drawing.height - radius


@given(compositions())
def test_dots_do_not_cover_each_other(composition: tuple[ConstituencyShare, ...]) -> None:
    dots = circles(as_svg(hemicycle(composition)).decode())
    for place, (x, y, radius) in enumerate(dots):
        for other_x, other_y, other in dots[:place]:
            assert ((x - other_x) ** 2 + (y - other_y) ** 2) ** 0.5 > radius + other - 1e-6


@given(st.integers(0, 60), st.booleans())
def test_a_line_of_seats_holds_them_all(seats: int, mirrored: bool) -> None:
    drawing = seats_in_line(share(Constituency.CSO, seats, seats // 2), mirrored=mirrored)
    dots = circles(as_svg(drawing).decode())
    assert len(dots) == seats
    assert all(x - radius >= 0 and x + radius <= drawing.width for x, _y, radius in dots)


def test_every_constituency_has_a_colour_of_its_own() -> None:
    assert set(CHART_COLOURS) == set(Constituency)
    assert len(set(CHART_COLOURS.values())) == len(CHART_COLOURS)


@pytest.mark.parametrize(
    ("minimum", "maximum", "words"),
    [(2, None, "at least 2"), (0, 4, "at most 4"), (2, 4, "2 to 4"), (3, 3, "exactly 3")],
)
def test_what_was_agreed_is_told(minimum: int, maximum: int | None, words: str) -> None:
    record = ahead("it.json")
    quota = SeatQuota(constituency=Constituency.CSO, minimum=minimum, maximum=maximum)
    committee = replace(record.committee, quotas=(quota,))
    document = compose_composition(
        committee,
        shares(committee, record.roster),
        Catalogue("en"),
        on=DAY,
        created=CREATED,
    )
    assert words in [text for _language, text in told(document)]


def test_where_nothing_was_agreed_there_is_no_column_for_it() -> None:
    texts = [text for _language, text in told(ahead("it.json").composition("en"))]
    assert "Group" in texts
    assert "Agreed" not in texts
