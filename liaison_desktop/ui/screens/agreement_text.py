"""The text of an agreement, saved as it is written."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton

from liaison_desktop.domain.agreement_steps import EDITABLE
from liaison_desktop.domain.agreement_texts import AgreementVersion, Article
from liaison_desktop.domain.changes import Changes
from liaison_desktop.domain.errors import UserError
from liaison_desktop.i18n.errors import sentence
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.forms.articles import Articles, GrowingText
from liaison_desktop.ui.forms.field import Field
from liaison_desktop.ui.icons import Icon
from liaison_desktop.ui.widgets.buttons import button
from liaison_desktop.ui.widgets.card import Card, Scroll, row
from liaison_desktop.ui.widgets.text import TextKind, label

if TYPE_CHECKING:
    from liaison_desktop.services.agreement_forms import EditAgreementText
    from liaison_desktop.services.agreements import AgreementRecord

_REST_MS = 1500
"""So long after the last key what was written is saved."""


class AgreementText(Scroll):
    """Reasons, articles, place; once it is adopted it can only be read."""

    def __init__(self, context: Context, *, gutter: int) -> None:
        super().__init__(gutter=gutter)
        self._context = context
        self._version: AgreementVersion | None = None
        self._dirty = False
        self._saving = False
        self._rule = ""
        self._kept: dict[UUID, EditAgreementText] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self.save)
        _ = context.look.catalogue.gettext
        self.whereas = GrowingText("")
        self.place = QLineEdit()
        self.articles = Articles(context.look)
        self._state = label("", TextKind.QUIET, wrap=True)
        self._add = button(_("&Add an article"), self._add_article, context.look, icon=Icon.ADD)
        self._usual = QPushButton(_("Add a &usual article"))
        self._lay_out()
        self.whereas.textChanged.connect(self._typed)
        self.place.textEdited.connect(lambda _text: self._typed())
        self.articles.edited.connect(self._typed)

    @property
    def state(self) -> str:
        """What is said of the text: saved, locked, or what is wrong."""
        return self._state.text()

    def show_record(self, record: "AgreementRecord") -> None:
        """Show the text that is worked on; what is being written is never overwritten."""
        from liaison_desktop.services.agreement_forms import text_of

        before, version = self._version, record.newest
        other = before is None or before.agreement_id != version.agreement_id
        if other:
            self.flush()
        self._version = version
        told = self._kept.pop(version.agreement_id, None) if other else None
        if told is not None:
            self._fill(told)
            self._typed()
        elif other or self._differs(text_of(version)):
            self._fill(text_of(version))
            self._dirty = False
        self._lock(record, anew=other)

    def flush(self) -> None:
        """Save at once what was written."""
        if self._dirty:
            self.save()

    def save(self) -> None:
        """Save what was written; what is wrong is said in its place."""
        self._timer.stop()
        if self._version is None:
            return
        command = self._command()
        writing = self._context.services.agreement_work.writing
        for written in self.articles.rows:
            written.accept()
        self._dirty, self._saving = False, True
        self._context.jobs.write(
            lambda _job: writing.edit_text(command),
            self._saved,
            owner=self,
            label="",
            changes=lambda changes: changes,
            failed=partial(self._refuse, command),
        )

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever goes elsewhere finds what was written again."""
        super().hideEvent(event)
        self.flush()

    def _lay_out(self) -> None:
        _ = self._context.look.catalogue.gettext
        card = Card(pad=20, gap=16)
        card.box.addWidget(self._state)
        card.box.addWidget(
            Field(_("Whereas"), self.whereas, advice=_("The reasons, each on a line of its own."))
        )
        card.box.addWidget(label(_("Articles"), TextKind.SUBHEADING))
        card.box.addWidget(self.articles)
        self._usual.setMenu(QMenu(self._usual))
        self._usual.menu().aboutToShow.connect(self._offer_usual)
        card.box.addLayout(row(self._add, self._usual, None, gap=8))
        card.box.addWidget(Field(_("Place of signature"), self.place))
        self.box.addWidget(card)
        self.box.addStretch(1)

    def _fill(self, told: "EditAgreementText") -> None:
        for editor in (self.whereas, self.place, self.articles):
            editor.blockSignals(True)
        self.whereas.setPlainText("\n".join(told.whereas))
        self.place.setText(told.place)
        self.articles.show_articles(told.articles)
        for editor in (self.whereas, self.place, self.articles):
            editor.blockSignals(False)

    def _differs(self, stored: "EditAgreementText") -> bool:
        """Whether the store holds another text than what was written and saved here."""
        under_way = self._dirty or self._saving
        return not under_way and _tidy(self._command()) != _tidy(stored)

    def _lock(self, record: "AgreementRecord", *, anew: bool) -> None:
        _ = self._context.look.catalogue.gettext
        version = record.newest
        first = version.number == 1
        adopted = record.agreement.status not in EDITABLE if first else bool(version.decision_id)
        signed = version.agreed_on is not None
        locked = adopted or signed
        words = _("Every change is saved as it is written.")
        if signed:
            words = _("This text is signed. To change it, begin an amendment.")
        elif adopted:
            words = _("This text is approved. To change it, take it back first.")
        if (anew or words != self._rule) and not self._dirty:
            self._state.setText(words)
        self._rule = words
        self.whereas.setReadOnly(locked)
        self.place.setReadOnly(locked)
        self.articles.lock(locked=locked)
        for made in (self._add, self._usual):
            made.setVisible(not locked)

    def _command(self) -> "EditAgreementText":
        """What is written now."""
        from liaison_desktop.services.agreement_forms import text_of

        assert self._version is not None  # noqa: S101 - there is nothing to write without one
        written = text_of(self._version)
        reasons = self.whereas.toPlainText().splitlines()
        return replace(
            written,
            articles=self.articles.articles,
            whereas=tuple(reason for reason in reasons if reason.strip()),
            place=self.place.text(),
        )

    def _typed(self) -> None:
        self._dirty = True
        self._timer.start()
        self._state.setText(self._context.look.catalogue.gettext("Not saved yet …"))

    def _saved(self, _changes: Changes) -> None:
        self._saving = False
        if not self._dirty:
            self._state.setText(self._context.look.catalogue.gettext("Saved."))

    def _refuse(self, command: "EditAgreementText", error: UserError) -> None:
        self._saving = False
        words = sentence(error, self._context.look.catalogue)
        if self._version is None or self._version.agreement_id != command.agreement_id:
            self._kept[command.agreement_id] = command
            self._context.desk.fail(error)
            return
        self._dirty = True
        self._state.setText(words)
        number = error.parameters.get("number")
        if error.code == "article_needs_heading" and isinstance(number, int):
            self.articles.rows[number - 1].refuse(words)

    def _add_article(self) -> None:
        self.articles.add_article(Article(heading="")).heading.setFocus()

    def _offer_usual(self) -> None:
        """The usual articles in the text's language, those that are missing."""
        assert self._version is not None  # noqa: S101 - the button is hidden without one
        template = self._context.services.agreement_work.writing.template(self._version.language)
        there = {article.heading for article in self.articles.articles}
        menu: QMenu = self._usual.menu()
        menu.clear()
        for article in template.articles:
            action = menu.addAction(article.heading.replace("&", "&&"))
            action.setEnabled(article.heading not in there)
            action.triggered.connect(
                lambda _checked=False, article=article: self.articles.add_article(article)
            )


def _tidy(told: "EditAgreementText") -> "EditAgreementText":
    """The text without what is not kept: blanks at the ends, articles about nothing."""
    articles = (
        Article(heading=" ".join(article.heading.split()), text=article.text.strip())
        for article in told.articles
    )
    return replace(
        told,
        articles=tuple(article for article in articles if article != Article(heading="")),
        whereas=tuple(reason.strip() for reason in told.whereas),
        place=told.place.strip(),
    )
