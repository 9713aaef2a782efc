"""Pictures, rules and places for signatures as boxes."""

from io import BytesIO
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from liaison_desktop.domain.errors import UserError
from liaison_desktop.pdf.boxes import Box
from liaison_desktop.pdf.canvas import PageCanvas
from liaison_desktop.pdf.tagging import FieldWidget, Node
from liaison_desktop.pdf.typography import ACCENT, HAIRLINE, HAIRLINE_WIDTH, QUIET_INK, RULE_WIDTH

if TYPE_CHECKING:
    from PIL.Image import Image

_MAXIMUM_HEIGHT: Final = 560.0
_SPACE: Final = 9.0
_FORMATS: Final = ("PNG", "JPEG")
_PLAIN_MODES: Final = ("RGB", "L")


class PictureBox(Box):
    """A picture, no wider than the text and no higher than a page."""

    space_before = _SPACE
    space_after = _SPACE

    def __init__(
        self,
        data: bytes,
        width: float,
        node: Node,
        *,
        rtl: bool,
        highest: float = _MAXIMUM_HEIGHT,
    ) -> None:
        opened = _opened(data)
        # A photograph keeps its compression.
        self._jpeg = data if opened.format == "JPEG" and opened.mode in _PLAIN_MODES else None
        self._picture = _opaque(opened)
        self._wanted_width = width
        self._highest = highest
        self._node = node
        self._rtl = rtl

    def natural_width(self, width: float) -> float:
        """How much of that width it takes up."""
        return self._size(width)[0]

    @override
    def measure(self, width: float) -> float:
        return self._size(width)[1]

    @override
    def draw(self, canvas: PageCanvas, x: float, top: float, width: float) -> None:
        from reportlab.lib.utils import ImageReader

        drawn_width, height = self._size(width)
        left = x + width - drawn_width if self._rtl else x
        bounds = (left, top - height, left + drawn_width, top)
        self._node.attributes["Layout", "BBox"] = tuple(round(edge, 2) for edge in bounds)
        self._node.attributes["Layout", "Placement"] = "Block"
        with canvas.content(self._node):
            picture = ImageReader(self._picture if self._jpeg is None else BytesIO(self._jpeg))
            canvas.drawImage(picture, left, top - height, drawn_width, height)

    def _size(self, width: float) -> tuple[float, float]:
        pixels_wide, pixels_high = self._picture.size
        drawn = min(self._wanted_width, width)
        height = drawn * pixels_high / pixels_wide
        if height > self._highest:
            return drawn * self._highest / height, self._highest
        return drawn, height


def require_picture(data: bytes) -> None:
    """Make sure that papers can show a picture.

    Raises:
        UserError: ``unreadable_picture``, it is no sound PNG or JPEG file.
    """
    _opened(data)


def _opened(data: bytes) -> "Image":
    from PIL import Image, UnidentifiedImageError

    try:
        picture = Image.open(BytesIO(data), formats=_FORMATS)
        picture.load()
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise UserError("unreadable_picture") from error
    return picture


def _opaque(picture: "Image") -> "Image":
    """The picture in RGB on white paper: the colours are sRGB and nothing is transparent."""
    from PIL import Image

    if picture.mode in _PLAIN_MODES:
        return picture
    paper = Image.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture.convert("RGBA"))
    return paper.convert("RGB")


class RuleBox(Box):
    """A hairline over the whole width."""

    space_before = _SPACE
    space_after = _SPACE

    @override
    def measure(self, width: float) -> float:
        return HAIRLINE_WIDTH

    @override
    def draw(self, canvas: PageCanvas, x: float, top: float, width: float) -> None:
        with canvas.artifact():
            canvas.fill(x, top - HAIRLINE_WIDTH, width, HAIRLINE_WIDTH, HAIRLINE)


class SignatureBox(Box):
    """Room for a signature above a line; the form field takes up the room."""

    space_after = 2.0
    keep_with_next = True

    _HEIGHT: Final = 54.0

    def __init__(self, name: str, label: str, node: Node) -> None:
        self._name = name
        self._label = label
        self._node = node

    @override
    def measure(self, width: float) -> float:
        return self._HEIGHT

    @override
    def draw(self, canvas: PageCanvas, x: float, top: float, width: float) -> None:
        bottom = top - self._HEIGHT
        with canvas.artifact():
            canvas.fill(x, bottom, width, HAIRLINE_WIDTH, QUIET_INK)
        bounds = (x, bottom + 1, x + width, top)
        canvas.annotate(self._node, FieldWidget(canvas.page, bounds, self._name, self._label))


class AccentRule(Box):
    """The rule below the letterhead."""

    space_after = 14.0

    @override
    def measure(self, width: float) -> float:
        return RULE_WIDTH

    @override
    def draw(self, canvas: PageCanvas, x: float, top: float, width: float) -> None:
        with canvas.artifact():
            canvas.fill(x, top - RULE_WIDTH, width, RULE_WIDTH, ACCENT)
