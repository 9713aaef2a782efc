"""How mail is sent: in whose name, and through which server."""

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit

from liaison_desktop.domain.mail_account import USUAL_PORTS, MailSecurity
from liaison_desktop.ui.context import Context
from liaison_desktop.ui.forms.editors import choice_editor, number_editor
from liaison_desktop.ui.forms.field import Field
from liaison_desktop.ui.mail_choices import HIGHEST_PORT, security_of
from liaison_desktop.ui.widgets.card import Card, row
from liaison_desktop.ui.widgets.text import TextKind, label


class MailCard(Card):
    """What is filled in is kept at once; a password is asked for when mail is sent."""

    def __init__(self, context: Context) -> None:
        super().__init__(pad=20, gap=16)
        self._context = context
        look, settings = context.look, context.desk.settings
        _ = look.catalogue.gettext
        self.name = QLineEdit(settings.mail_name)
        self.address = QLineEdit(settings.mail_address)
        self.server = QLineEdit(settings.mail_server)
        told = settings.mail_port
        self.port = number_editor(0, HIGHEST_PORT, int(told) if told.isdecimal() else 0)
        self.user = QLineEdit(settings.mail_user)
        self.security = choice_editor(
            ((look.labels.label(each), each) for each in MailSecurity), security_of(settings)
        )
        self.box.addWidget(label(_("Sending mail"), TextKind.SUBHEADING))
        advice = _(
            "Calls to a meeting go out in this name, only when you press the button. Without a"
            " server they are written as drafts for your mail program. The password is asked for"
            " each time and never kept."
        )
        self.box.addWidget(label(advice, TextKind.QUIET, wrap=True))
        for left, right in (
            (Field(_("Your name"), self.name), Field(_("Your e-mail address"), self.address)),
            (Field(_("Mail server"), self.server), Field(_("Port"), self.port)),
            (
                Field(_("Protection of the way"), self.security),
                Field(_("User name"), self.user),
            ),
        ):
            line = row(gap=16)
            line.addWidget(left, 1)
            line.addWidget(right, 1)
            self.box.addLayout(line)
        self._show_usual_port()
        for editor in (self.name, self.address, self.server, self.user):
            editor.editingFinished.connect(self._keep)
        self.port.valueChanged.connect(lambda _value: self._keep())
        self.security.activated.connect(lambda _index: self._keep())

    def _keep(self) -> None:
        desk = self._context.desk
        desk.remember(
            replace(
                desk.settings,
                mail_name=self.name.text().strip(),
                mail_address=self.address.text().strip(),
                mail_server=self.server.text().strip(),
                mail_port=str(self.port.value() or ""),
                mail_security=self.security.currentData().value,
                mail_user=self.user.text().strip(),
            )
        )
        self._show_usual_port()

    def _show_usual_port(self) -> None:
        self.port.setSpecialValueText(str(USUAL_PORTS[self.security.currentData()]))
