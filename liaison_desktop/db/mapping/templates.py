"""Templates of meetings and text modules, between row and record."""

from liaison_desktop.db.mapping.parts import parts_of, plain_parts
from liaison_desktop.db.mapping.values import Row, Values
from liaison_desktop.domain.meeting_templates import MeetingTemplate, TemplateItem
from liaison_desktop.domain.text_modules import TextModule

_TEMPLATE = ("id", "committee_id", "name", "kind", "mode", "place", "link", "starts", "ends")
_MODULE = ("id", "committee_id", "language", "name", "text")


def template_values(template: MeetingTemplate) -> Values:
    """The row of a template."""
    plain = {name: getattr(template, name) for name in _TEMPLATE}
    return {**plain, "items": plain_parts(template.items)}


def template_of(row: Row) -> MeetingTemplate:
    """The template of a row."""
    plain = {name: getattr(row, name) for name in _TEMPLATE}
    return MeetingTemplate(**plain, items=parts_of(row.items, TemplateItem))


def module_values(module: TextModule) -> Values:
    """The row of a text module."""
    return {name: getattr(module, name) for name in _MODULE}


def module_of(row: Row) -> TextModule:
    """The text module of a row."""
    return TextModule(**{name: getattr(row, name) for name in _MODULE})
