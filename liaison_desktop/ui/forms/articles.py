"""Articles of an agreement: heading and text, in order."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from liaison_desktop.domain.agreement_texts import Article
from liaison_desktop.ui.forms.marking import mark
from liaison_desktop.ui.forms.ordered import OrderedRows
from liaison_desktop.ui.look import Look
from liaison_desktop.ui.widgets.card import column
from liaison_desktop.ui.widgets.text import TextKind, label

_FEWEST_LINES, _MOST_LINES = 2, 14
_FRAME = 22
"""Pixels for border, padding and the margin of the document."""


class GrowingText(QPlainTextEdit):
    """Plain text that is as high as its lines, within bounds; Tab leaves it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has other lines."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        lines = round(self.document().size().height())
        shown = min(max(lines, _FEWEST_LINES), _MOST_LINES)
        policy = Qt.ScrollBarPolicy
        scrolls = policy.ScrollBarAsNeeded if lines > shown else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(scrolls)
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + _FRAME)


class ArticleRow(QWidget):
    """The editors of one article.

    Signals:
        edited: somebody typed.
    """

    edited = Signal()

    def __init__(self, article: Article, look: Look) -> None:
        super().__init__()
        _ = look.catalogue.gettext
        self.heading = QLineEdit(article.heading)
        self.heading.setPlaceholderText(_("Heading"))
        self.text = GrowingText(article.text)
        self.text.setPlaceholderText(_("Text; **bold**, lists and tables in Markdown"))
        self._error = label("", TextKind.ERROR, wrap=True)
        self._error.hide()
        self.setLayout(column(self.heading, self.text, self._error, gap=6))
        self.heading.textEdited.connect(lambda _text: self.edited.emit())
        self.text.textChanged.connect(self.edited.emit)

    @property
    def article(self) -> Article:
        """What was written."""
        return Article(heading=self.heading.text(), text=self.text.toPlainText())

    def name(self, place: int, look: Look) -> None:
        """Tell the editors apart for those who hear the window."""
        _ = look.catalogue.gettext
        self.heading.setAccessibleName(_("Heading of article {place}").format(place=place))
        self.text.setAccessibleName(_("Text of article {place}").format(place=place))

    def lock(self, *, locked: bool) -> None:
        """Let it be read only, or written."""
        self.heading.setReadOnly(locked)
        self.text.setReadOnly(locked)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong."""
        self._error.setText(sentence)
        self._error.show()
        mark(self.heading, wrong=True)

    def accept(self) -> None:
        """Take the sentence away."""
        self._error.hide()
        mark(self.heading, wrong=False)


class Articles(OrderedRows[ArticleRow]):
    """The articles one below the other.

    Signals:
        edited: somebody typed, added, removed or moved an article.
    """

    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, gap=16)
        self.arranged.connect(self.edited)

    @property
    def articles(self) -> tuple[Article, ...]:
        """What was written, in order."""
        return tuple(row.article for row in self.rows)

    def show_articles(self, articles: Sequence[Article]) -> None:
        """Show other articles instead."""
        self.blockSignals(True)
        for old in tuple(self.rows):
            self.remove_row(old)
        for article in articles:
            self.add_article(article)
        self.blockSignals(False)

    def add_article(self, article: Article) -> ArticleRow:
        """Put an article below the others."""
        made = ArticleRow(article, self.look)
        made.edited.connect(self.edited)
        self.add_row(made)
        return made

    def lock(self, *, locked: bool) -> None:
        """Let them be read only, or written."""
        for row in self.rows:
            row.lock(locked=locked)
        self.hold(locked=locked)

    def words_for(self, place: int) -> tuple[str, str, str]:
        """What the buttons beside a row are called."""
        _ = self.look.catalogue.gettext
        return (
            _("Move article {place} up").format(place=place),
            _("Move article {place} down").format(place=place),
            _("Remove article {place}").format(place=place),
        )

    def renumber(self, row: ArticleRow, place: int) -> None:
        """Name the editors by their place."""
        row.name(place, self.look)
