"""What a reader should know although nothing is refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Notice:
    """Something noticed while a file was read: a claim that the rules do not confirm, a key nobody
    knows.

    It carries a code and parameters like an error; ``i18n/notices.py`` makes a sentence of it.

    Attributes:
        code: key of the sentence, for example ``"claim_differs"``.
        place: where in the file, for example ``"meeting.items[3].decision.outcome"``.
        parameters: values for the sentence's placeholders.
    """

    code: str
    place: str
    parameters: Mapping[str, object] = field(default_factory=dict)
