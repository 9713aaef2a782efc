"""Import, list, show: what goes in comes out, and the rules agree with the files' claims."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import SAMPLES, Command

REFERENCES = {
    "it_portochiaro": "it/3-2026",
    "de_fuldaberg": "de/4-2026",
    "da_fjordkobing": "Fjordkøbing/2-2026",
}


def shown(liaison: Command, *arguments: object) -> Any:
    result = liaison("show", *arguments, "--json")
    assert result.status == 0, result.err
    return json.loads(result.out)


def test_a_second_import_changes_nothing_and_says_so(liaison: Command) -> None:
    for sample in SAMPLES.glob("*.json"):
        assert "imported" in liaison("import", sample).out
        before = liaison("list", "meetings", "--json").out
        again = liaison("import", sample)
        assert again.status == 0
        assert "nothing new" in again.out
        assert liaison("list", "meetings", "--json").out == before


@pytest.mark.parametrize("name", REFERENCES)
def test_the_rules_confirm_every_claim_of_the_samples(liaison: Command, name: str) -> None:
    path = SAMPLES / f"{name}.json"
    result = liaison("import", path)
    assert result.err == ""
    claims = json.loads(path.read_text(encoding="utf-8"))["meeting"]
    record = shown(liaison, "meeting", REFERENCES[name])
    assert claims["quorum"].items() <= record["quorum"].items()
    assert record["opened"] == claims["opened"]
    for item, claim in zip(record["items"], claims["items"], strict=True):
        assert item["present_voters"] == claim["present_voters"]
        decision, claimed = item["decision"], claim["decision"]
        assert decision["outcome"] == claimed["outcome"] == decision["declared_outcome"]
        assert decision["number"] == claimed["no"]
        if "result" in claimed:
            counts = claimed["result"]
            assert decision["for"] == counts["votes_for"]
            assert decision["against"] == counts["votes_against"]
            assert decision["abstained"] == counts["abstentions"]
            assert decision["recused"] == counts["recused"]
        numbers = [action["number"] for action in item["actions"]]
        assert numbers == [action["no"] for action in claim.get("actions", [])]


def test_the_quorum_trail_tells_the_late_arrival(portochiaro: Command) -> None:
    trail = shown(portochiaro, "meeting", "it/3-2026")["quorum_trail"]
    assert [(p["at"], p["item"], p["present"], p["cause"], p["seats"]) for p in trail] == [
        ("17:00", 1, 7, "opening", trail[0]["seats"]),
        ("17:35", 3, 8, "arrival", ["m6"]),
    ]


def test_a_claim_the_rules_do_not_confirm_is_reported_never_hidden(
    liaison: Command, tmp_path: Path
) -> None:
    sample = json.loads((SAMPLES / "de_fuldaberg.json").read_text(encoding="utf-8"))
    sample["meeting"]["items"][3]["decision"]["outcome"] = "adopted"
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps(sample), encoding="utf-8")
    result = liaison("import", changed)
    assert result.status == 0
    assert "meeting.items[3].decision.outcome" in result.err
    decision = shown(liaison, "meeting", "de/4-2026")["items"][3]["decision"]
    assert (decision["outcome"], decision["declared_outcome"]) == ("rejected", "adopted")


def test_the_agreement_is_there(portochiaro: Command) -> None:
    (row,) = json.loads(portochiaro("list", "agreements", "--json").out)
    agreement = shown(portochiaro, "agreement", row["id"])
    assert agreement["duration_months"] == 24
    assert len(agreement["parties"]) == 6
    assert agreement["articles"][0] == "Art. 1 – Premesse"


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        ("committees", 1),
        ("organisations", 10),
        ("people", 12),
        ("meetings", 1),
        ("decisions", 5),
        ("actions", 4),
        ("minutes", 1),
        ("agreements", 1),
    ],
)
def test_every_list_counts(portochiaro: Command, kind: str, count: int) -> None:
    assert len(json.loads(portochiaro("list", kind, "--json").out)) == count
    assert len(portochiaro("list", kind).out.splitlines()) == count + 1


def test_committees_are_found_by_key_and_city(portochiaro: Command) -> None:
    by_key = shown(portochiaro, "committee", "it")
    assert by_key == shown(portochiaro, "committee", "portochiaro")
    assert by_key["rules"]["tie"] == "chair_casts"


def test_show_without_json_is_an_outline(portochiaro: Command) -> None:
    out = portochiaro("show", "meeting", "it/3-2026").out
    assert "quorum:" in out
    assert "Ottavia Belcampo" in out
