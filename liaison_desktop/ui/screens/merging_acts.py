"""Finding and merging duplicates, as people and organisations have it in common."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from liaison_desktop.domain.duplicates import Pair
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.dialogs.duplicates import DuplicatesDialog
from liaison_desktop.ui.dialogs.merge import Mergeable, MergeWithDialog, open_merge
from liaison_desktop.ui.forms.record_choice import LookUp


class MergingActs:
    """Opens the dialogs over a screen.

    ``read``: gives a record by its id; ``find``: gives the pairs of a committee; ``look_up``: finds
    a committee's records by words. All three run on a worker.
    """

    def __init__(
        self,
        context: Context,
        screen: QWidget,
        *,
        read: Callable[[UUID], Mergeable],
        find: Callable[[UUID], tuple[Pair, ...]],
        look_up: Callable[[UUID], LookUp],
    ) -> None:
        self._context = context
        self._screen = screen
        self._read = read
        self._find = find
        self._look_up = look_up

    def show_duplicates(self, committee_id: UUID) -> None:
        """Show what may be there twice."""
        self._context.jobs.read(
            lambda: self._find(committee_id),
            lambda pairs: DuplicatesDialog(
                pairs, self._compare, self._context, self._screen
            ).open(),
            owner=self._screen,
        )

    def merge_with(self, known: Mergeable) -> None:
        """Ask for the other record, then compare."""
        dialog = MergeWithDialog(
            known, self._look_up(known.committee_id), self._context, self._screen
        )
        dialog.accomplished.connect(lambda other: self._open(known.id, other))
        dialog.open()

    def _compare(self, pair: Pair) -> None:
        self._open(pair.one.id, pair.other.id)

    def _open(self, one: UUID, other: UUID) -> None:
        open_merge(one, other, self._read, self._context, self._screen)
