"""The three sample committees, and files made from them by one change."""

import json
import re
from pathlib import Path
from typing import Any

Json = Any
COMMITTEES = Path(__file__).parents[1] / "data" / "committees"
SAMPLES = sorted(COMMITTEES.glob("*.json"))
_STEP = re.compile(r"\[(\d+)\]|(\w+)")


def sample(key: str) -> dict[str, Json]:
    """A sample committee, free to be changed."""
    (path,) = COMMITTEES.glob(f"{key}_*.json")
    loaded: dict[str, Json] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def saved(document: Json, folder: Path) -> Path:
    """The document in a file."""
    path = folder / "committee.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


REMOVED = Ellipsis


def changed(document: Json, place: str, value: Json) -> None:
    """Put a value at a place written as in the reader's errors; ``REMOVED`` takes it away."""
    steps = [int(number) if number else word for number, word in _STEP.findall(place)]
    for step in steps[:-1]:
        document = document[step]
    if value is REMOVED:
        del document[steps[-1]]
    elif isinstance(document, list) and steps[-1] == len(document):
        document.append(value)
    else:
        document[steps[-1]] = value
