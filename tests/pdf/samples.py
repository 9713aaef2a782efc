"""Papers to typeset, with every kind of block, in five languages."""

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from PIL import Image

from liaison_desktop.pdf.blocks import (
    Alignment,
    Block,
    Callout,
    Cell,
    Facts,
    Figure,
    Foreign,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
    SignatureField,
    SignatureGrid,
    Span,
    Table,
    Together,
    Tone,
)
from liaison_desktop.pdf.document import (
    Attachment,
    Document,
    Letterhead,
)


@dataclass(frozen=True)
class Phrases:
    """The sentences of a sample in one language."""

    title: str
    opening: str
    item: str
    decision: str
    chair: str
    foot: str


PHRASES = {
    "en": Phrases(
        title="Minutes no. 2/2026",
        opening="The Chair notes that the meeting was duly convened and that a quorum is present"
        " (7 members out of 10; 6 required) and declares the meeting open.",
        item="Approval of the previous minutes",
        decision="The Committee approves the minutes no. 1/2026.",
        chair="Chair",
        foot="Page {page} of {pages}",
    ),
    "it": Phrases(
        title="Verbale n. 2/2026",
        opening="La Presidente, verificata la regolarità della convocazione e constatata la"
        " presenza del numero legale (7 componenti su 10; richiesti 6), dichiara valida la seduta.",
        item="Approvazione del verbale precedente",
        decision="Il Comitato approva il verbale n. 1/2026, com’è stato trasmesso.",
        chair="Presidente",
        foot="Pagina {page} di {pages}",
    ),
    "de": Phrases(
        title="Niederschrift Nr. 2/2026",
        opening="Die Vorsitzende stellt die ordnungsgemäße Einberufung und die Beschlussfähigkeit"
        " fest (7 von 10 Mitgliedern; erforderlich 6) und eröffnet die Sitzung.",
        item="Genehmigung der vorigen Niederschrift",
        decision="Der Ausschuss genehmigt die Niederschrift Nr. 1/2026 vollständig.",
        chair="Vorsitzende",
        foot="Seite {page} von {pages}",
    ),
    "el": Phrases(
        title="Πρακτικό αρ. 2/2026",
        opening="Η Πρόεδρος, αφού διαπίστωσε τη νομιμότητα της σύγκλησης και την απαρτία"
        " (7 μέλη από τα 10· απαιτούνται 6), κηρύσσει την έναρξη της συνεδρίασης.",
        item="Έγκριση του προηγούμενου πρακτικού",
        decision="Η Επιτροπή εγκρίνει το πρακτικό αρ. 1/2026.",
        chair="Πρόεδρος",
        foot="Σελίδα {page} από {pages}",
    ),
    "ar": Phrases(
        title="محضر رقم 2/2026",
        opening="بعد التحقق من صحة الدعوة ومن اكتمال النصاب القانوني"
        " (7 أعضاء من أصل 10؛ والمطلوب 6)، تعلن الرئيسة افتتاح الجلسة"
        " بحضور ممثل بلدية Portochiaro بصفة مراقب.",
        item="المصادقة على المحضر السابق",
        decision="تصادق اللجنة على المحضر رقم 1/2026.",
        chair="الرئيسة",
        foot="صفحة {page} من {pages}",
    ),
}


def picture(mode: str = "RGB", kind: str = "PNG") -> bytes:
    """A small picture file."""
    target = BytesIO()
    Image.new(mode, (60, 30)).save(target, kind)
    return target.getvalue()


def document(*blocks: Block, language: str = "en", running_foot: str = "") -> Document:
    """A bare paper of these blocks."""
    return Document(
        title="Paper",
        language=language,
        author="Committee",
        created=datetime(2026, 6, 17, 12, tzinfo=UTC),
        blocks=blocks,
        running_foot=running_foot,
    )


def minutes(language: str, *, items: int = 2) -> Document:
    """A paper with every kind of block and everything around the text."""
    phrases = PHRASES[language]
    blocks: list[Block] = [Heading(text=phrases.title, level=1), *_opening(phrases)]
    for number in range(1, items + 1):
        heading = Heading(text=f"{number}. {phrases.item}", level=2, anchor=f"item-{number}")
        blocks += [heading, *_item(phrases)]
    blocks.append(_table(phrases))
    blocks.append(_foreign("it" if language == "ar" else "ar"))
    blocks += _closing(phrases)
    return Document(
        title=phrases.title,
        language=language,
        author="Comitato Interculturale",
        subject=phrases.item,
        created=datetime(2026, 6, 17, 12, tzinfo=UTC),
        letterhead=Letterhead(name="Comitato Interculturale", lines=("Piazza 4",), aside=("N 17",)),
        blocks=tuple(blocks),
        running_head=phrases.title,
        running_foot=phrases.foot,
        foot_note="ICC 17",
        watermark=phrases.chair,
        attachments=(
            Attachment(
                name="minutes.json", mime="application/json", content=b"{}", description="Record"
            ),
        ),
    )


def _opening(phrases: Phrases) -> list[Block]:
    return [
        Paragraph(text="17.06.2026", tone=Tone.QUIET),
        Facts(pairs=((phrases.chair, "Ottavia Belcampo"), ("Guest", "عبد الرحمن البحريان"))),
        Paragraph(text=phrases.opening, tone=Tone.LEAD),
        Paragraph(text=phrases.opening * 3, alignment=Alignment.JUSTIFIED),
    ]


def _item(phrases: Phrases) -> list[Block]:
    looks = (
        Span("bold ", bold=True),
        Span("italic ", italic=True),
        Span("struck ", strike=True),
        Span("site", link="https://example.org/site"),
        Span(" "),
        Span("above", link="#item-1"),
        Span(" "),
        Span("seduta stante", language="it", italic=True),
    )
    return [
        Paragraph(text=looks),
        Callout(
            blocks=(Paragraph(text=phrases.decision), Paragraph(text="7/0/0", tone=Tone.QUIET))
        ),
        ListBlock(
            entries=(
                (Paragraph(text=phrases.opening), ListBlock(entries=((Paragraph(text="inner"),),))),
                (Paragraph(text="second"),),
            ),
            ordered=True,
            start=9,
        ),
        Quote(blocks=(Paragraph(text=phrases.opening),)),
    ]


def _table(phrases: Phrases) -> Table:
    return Table(
        header=("Seat", "Name", "Votes", "Note"),
        widths=(2, 4, 2, 3),
        alignments=(Alignment.START, Alignment.START, Alignment.END),
        summary="Who voted",
        rows=(
            ("1", "Ottavia Belcampo", "12", Cell(content=phrases.opening, rows=2)),
            ("2", "عبد الرحمن", "3"),
            ("3", Cell(content=(Span("wide", bold=True),), columns=2), "x"),
            ("4", Cell(content=(Paragraph(text="one"), Paragraph(text="two")))),
        ),
    )


def _foreign(language: str) -> Foreign:
    phrases = PHRASES[language]
    paragraph = Paragraph(text=phrases.opening)
    return Foreign(language=language, blocks=(Heading(text=phrases.item, level=3), paragraph))


def _closing(phrases: Phrases) -> list[Block]:
    fields = tuple(
        SignatureField(name=name, label=f"Signature of {name}", caption=(name, phrases.chair))
        for name in ("chair", "secretary", "member-1")
    )
    return [
        Figure(image=picture(), alternative="Two bars", width=200),
        Rule(),
        Together(blocks=(Paragraph(text="kept"), Paragraph(text="together"))),
        Paragraph(text="x" * 200),
        SignatureGrid(fields=fields),
    ]
