"""Lists that are read page by page; no window needed."""

from collections.abc import Callable
from uuid import UUID, uuid4

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from liaison_desktop.domain.listings import Cursor, Page, PageRequest
from liaison_desktop.ui.models.paged import FACE_ROLE, ROW_ROLE, Face, PagedModel

ROWS = tuple((uuid4(), f"row {number:04}") for number in range(250))
Row = tuple[UUID, str]


class Shelf:
    """Answers requests when told to."""

    def __init__(self, rows: tuple[Row, ...]) -> None:
        self.rows = rows
        self.waiting: list[tuple[PageRequest, Callable[[Page[Row]], None]]] = []

    def __call__(self, request: PageRequest, done: Callable[[Page[Row]], None]) -> None:
        self.waiting.append((request, done))

    def answer(self, place: int = 0) -> None:
        request, done = self.waiting.pop(place)
        rows = [row for row in self.rows if request.search in row[1]]
        start = 0
        if request.after is not None:
            start = 1 + next(n for n, row in enumerate(rows) if row[0] == request.after.id)
        page = rows[start : start + request.limit]
        more = start + request.limit < len(rows)
        after = Cursor(page[-1][1], page[-1][0]) if more else None
        done(Page(rows=tuple(page), next=after))


def model_over(shelf: Shelf) -> PagedModel[Row]:
    model = PagedModel[Row](shelf, lambda row: Face(id=row[0], title=row[1], chip="state"))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def test_pages_arrive_as_somebody_scrolls(qapp: QApplication) -> None:
    shelf = Shelf(ROWS)
    model = model_over(shelf)
    model.read(PageRequest())
    assert model.rowCount() == 0
    shelf.answer()
    assert model.rowCount() == 100
    top = QModelIndex()
    while model.canFetchMore(top):
        model.fetchMore(top)
        assert not model.canFetchMore(top), "one page is under way already"
        shelf.answer()
    assert model.rowCount() == 250
    assert [model.row(model.index(n)) for n in range(250)] == list(ROWS)


def test_a_late_answer_to_an_older_question_is_left_out(qapp: QApplication) -> None:
    shelf = Shelf(ROWS)
    model = model_over(shelf)
    model.read(PageRequest())
    model.read(PageRequest(search="0007"))
    shelf.answer(1)
    shelf.answer(0)
    assert model.rowCount() == 1


def test_old_rows_stay_until_the_new_ones_are_there(qapp: QApplication) -> None:
    shelf = Shelf(ROWS)
    model = model_over(shelf)
    model.read(PageRequest())
    shelf.answer()
    model.read(PageRequest(search="nothing of the kind"))
    assert model.rowCount() == 100
    shelf.answer()
    assert model.rowCount() == 0


def test_a_row_can_be_found_drawn_and_heard(qapp: QApplication) -> None:
    shelf = Shelf(ROWS)
    model = model_over(shelf)
    model.read(PageRequest())
    shelf.answer()
    index = model.index_of(ROWS[42][0])
    assert index.row() == 42
    assert index.data() == "row 0042"
    assert index.data(ROW_ROLE) == ROWS[42]
    assert index.data(FACE_ROLE).title == "row 0042"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "row 0042, state"
    assert not model.index_of(uuid4()).isValid()


def test_a_list_that_did_not_change_is_left_as_it_is(qapp: QApplication) -> None:
    shelf = Shelf(ROWS[:5])
    model = model_over(shelf)
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(model.rowCount()))
    model.read(PageRequest())
    shelf.answer()
    model.read(PageRequest())
    shelf.answer()
    assert resets == [5]
    shelf.rows = ROWS[:4]
    model.read(PageRequest())
    shelf.answer()
    assert resets == [5, 4]
