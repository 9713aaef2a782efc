"""What a session records beside the votes: breaks, the chair, items moved, files, who does what."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import time
from uuid import UUID

import pytest

from liaison_desktop.domain.agenda import AgendaItem
from liaison_desktop.domain.committees import TieRule
from liaison_desktop.domain.decisions import Choice
from liaison_desktop.domain.meetings import Break, ChairTurn
from liaison_desktop.domain.papers import Edition
from liaison_desktop.i18n.catalogue import LANGUAGES
from tests.documents.conftest import Case
from tests.documents.reading import page, section

FILE = UUID(int=77)
GONE = UUID(int=78)


def changed(**changes: object) -> Callable[[AgendaItem], AgendaItem]:
    return lambda item: replace(item, **changes)  # type: ignore[arg-type]


def other_than_the_chair(case: Case) -> UUID:
    chair = case.meeting.chair_seat_id
    return next(a.seat_id for a in case.meeting.attendees if a.was_there and a.seat_id != chair)


def name(case: Case, seat_id: UUID) -> str:
    return case.meeting.attendee(seat_id).present_name


def record(case: Case, edition: Edition = Edition.FULL) -> str:
    return case.minutes(edition=edition).attachments[0].content.decode()


def test_breaks_are_told(german: Case) -> None:
    spent = (Break(start=time(19), end=time(19, 10)), Break(start=time(20)))
    paper = page(german.changed(breaks=spent).minutes("en"))
    assert "Breaks: 19:00–19:10; 20:00" in paper
    assert "Breaks" not in page(german.minutes("en"))


def test_who_took_the_chair_is_named_with_the_item(italian: Case) -> None:
    seat = other_than_the_chair(italian)
    turns = (ChairTurn(seat_id=seat, item_no=3, at=time(18, 5)), ChairTurn(seat_id=seat, item_no=4))
    paper = page(italian.changed(chair_turns=turns).minutes("en"))
    assert f"Chair from item 3 on (18:05): {name(italian, seat)}" in paper
    assert f"Chair from item 4 on: {name(italian, seat)}" in paper


def test_the_casting_vote_is_that_of_who_presided_at_the_item(german: Case) -> None:
    (item,) = (one for one in german.meeting.items if one.no == 4)
    assert item.decision is not None
    seat = next(vote.seat_id for vote in item.decision.votes if vote.choice is Choice.FOR)
    assert seat != german.meeting.chair_seat_id
    rules = replace(german.meeting.rules, tie=TieRule.CHAIR_CASTS)
    turns = (ChairTurn(seat_id=seat, item_no=4),)
    case = german.changed(rules=rules, chair_turns=turns)
    told = section(case.minutes("en"), "4.")
    assert f"the casting vote of the chair, {name(german, seat)}, decides" in told


def test_an_excerpt_names_who_presided_at_its_item(italian: Case) -> None:
    seat = other_than_the_chair(italian)
    case = italian.changed(chair_turns=(ChairTurn(seat_id=seat, item_no=3),))
    assert f"Chair: {name(italian, seat)}" in page(case.excerpt(4, "en"))
    assert f"Chair: {name(italian, seat)}" not in page(case.excerpt(1, "en"))


def test_how_an_item_came_up_and_who_kept_out_of_it(italian: Case) -> None:
    seat = other_than_the_chair(italian)
    case = italian.with_item(
        2, changed(late=True, proposer="Lia Montescuro", presenter="Dr. Fuori", recused=(seat,))
    )
    told = section(case.minutes("en"), "2.")
    assert (
        "Put on the agenda after the members were called · Proposed by Lia Montescuro"
        " · Presented by Dr. Fuori" in told
    )
    assert f"Kept out of this item for a conflict of interest: {name(italian, seat)}" in told
    public = page(case.minutes("en", edition=Edition.PUBLIC)) + record(case, Edition.PUBLIC)
    assert "Lia Montescuro" in public
    assert "Dr. Fuori" not in public


def test_a_postponed_item_says_so_once(italian: Case) -> None:
    left = "Left to the next meeting."
    assert left in section(italian.with_item(2, changed(postponed=True)).minutes("en"), "2.")
    # Item 5 was adjourned by a decision, which says it already.
    assert left not in section(italian.with_item(5, changed(postponed=True)).minutes("en"), "5.")


def test_an_organisation_answers_for_an_action_and_a_removed_seat_is_left_open(
    italian: Case,
) -> None:
    (item,) = (one for one in italian.meeting.items if one.no == 3)
    first = item.actions[0]
    actions = (
        replace(first, seat_id=None, organisation="Consulta Giovani"),
        replace(first, id=GONE, seat_id=GONE),
    )
    told = section(italian.with_item(3, changed(actions=actions)).minutes(), "3.")
    assert "dei laboratori | Consulta Giovani | 30/10/2026" in told
    assert "dei laboratori |  | 30/10/2026" in told


def test_files_of_items_are_named_as_annexes(italian: Case) -> None:
    case = replace(italian, files={FILE: "pianta.pdf"}).with_item(
        2, changed(attachments=(FILE, GONE))
    )
    assert "pianta.pdf (item 2)" in page(case.minutes("en"))
    assert "pianta.pdf" not in page(case.minutes("en", edition=Edition.PUBLIC))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_closed_item_keeps_all_of_it_out_of_the_public_edition(
    italian: Case, language: str
) -> None:
    case = replace(italian, files={FILE: "segreto.pdf"}).with_item(
        3,
        changed(
            closed=True,
            proposer="Lia Montescuro",
            late=True,
            postponed=True,
            attachments=(FILE,),
            recused=(other_than_the_chair(italian),),
        ),
    )
    public = case.minutes(language, edition=Edition.PUBLIC)
    plain = italian.with_item(3, changed(closed=True)).minutes(language, edition=Edition.PUBLIC)
    assert public == plain


def test_the_record_inside_has_only_what_was_recorded(italian: Case) -> None:
    seat = other_than_the_chair(italian)
    bare = json.loads(record(italian))
    assert not {"breaks", "chair_turns"} & bare.keys()
    assert not {"late", "recused", "proposer"} & bare["items"][1].keys()
    case = italian.changed(
        breaks=(Break(start=time(18), end=time(18, 10)),),
        chair_turns=(ChairTurn(seat_id=seat, item_no=2),),
    ).with_item(2, changed(late=True, recused=(seat,)))
    full = json.loads(record(case))
    assert full["breaks"] == [{"start": "18:00", "end": "18:10"}]
    assert full["chair_turns"][0]["item"] == 2
    assert full["items"][1]["late"] is True
    assert full["items"][1]["recused"] == [case.meeting.attendee(seat).seat_key]
