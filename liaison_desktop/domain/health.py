"""What a thorough check of the store found."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in the store that is not as it was written.

    It carries a code and parameters like an error; ``i18n/health.py`` makes a sentence of it.

    Attributes:
        code: key of the sentence, for example ``"paper_file_altered"``.
        parameters: values for the sentence's placeholders.
    """

    code: str
    parameters: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StoreHealth:
    """The result of a thorough check; a sound store has no findings."""

    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Whether everything is as it was written."""
        return not self.findings
