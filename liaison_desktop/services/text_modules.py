"""Text modules: what a committee writes again and again, kept by language."""

from dataclasses import dataclass
from uuid import UUID

from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.clock import uuid7
from liaison_desktop.domain.errors import UserError
from liaison_desktop.domain.text_modules import TextModule
from liaison_desktop.services.meeting_changes import MeetingChanges
from liaison_desktop.services.required import required


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepTextModule:
    """Keep a text under a name; what had that name in the language before is replaced."""

    committee_id: UUID
    language: str
    name: str
    text: str


class TextModuleService:
    """Use cases on text modules; each can be taken back."""

    def __init__(self, changes: MeetingChanges) -> None:
        self._store, self._undo, self._actor = changes.store, changes.undo, changes.actor

    def of_language(self, committee_id: UUID, language: str) -> tuple[TextModule, ...]:
        """A committee's modules in a language, by their names."""
        with self._store.read() as reading:
            kept = reading.text_modules.of_committee(committee_id)
        return tuple(module for module in kept if module.language == language)

    def keep(self, command: KeepTextModule) -> Changes:
        """Keep a text.

        Raises:
            UserError: ``text_module_empty``.
        """
        name, text = " ".join(command.name.split()), command.text.strip()
        if not name or not text:
            raise UserError("text_module_empty")
        with self._store.write("keep_text_module", self._actor) as work:
            kept = work.text_modules.of_committee(command.committee_id)
            same = (one.id for one in kept if (one.language, one.name) == (command.language, name))
            work.text_modules.put(
                TextModule(
                    id=next(same, None) or uuid7(),
                    committee_id=command.committee_id,
                    language=command.language,
                    name=name,
                    text=text,
                )
            )
            return self._undo.commit(work, "keep_text_module")

    def remove(self, module_id: UUID) -> Changes:
        """Keep a text no longer; what was written with it stays."""
        with self._store.write("remove_text_module", self._actor) as work:
            work.text_modules.remove(required(work.text_modules.get(module_id)))
            return self._undo.commit(work, "remove_text_module")
