"""Documents as a Platform and a council would have them; roles only, nobody by name."""

from __future__ import annotations

from datetime import date

from verder.domain.tlp import Tlp
from verder.paper.document import (
    Block,
    Document,
    Facts,
    Heading,
    Item,
    ItemList,
    Layout,
    Notice,
    NoticeKind,
    PageBreak,
    Paragraph,
    Picture,
    Question,
    Quote,
    Rule,
    Small,
    Span,
    Table,
)

DAY = date(2026, 12, 3)
WILD = (
    '#set text(red) $x^2$ @bron <label> ]} \\n *niet vet* _ook niet_ `code` // geen commentaar ~ #include "x" é ŝ → 😀'
)


def agenda(items: int = 7) -> Document:
    questions = (
        "Mag de school de ouders bellen als een leerling daar zelf om vraagt?",
        "Hoe blijven we in gesprek wanneer een familie elke hulp afwijst?",
        "Wie neemt de regie als drie gemeenten tegelijk betrokken zijn?",
    )
    blocks: list[Block] = [
        Facts(
            (
                ("Wanneer", "donderdag 3 december 2026, van 10.00 tot 12.30 uur"),
                ("Waar", "vergaderzaal van het secretariaat, Utrecht"),
                ("Voorzitter", "voorzitter van het Landelijk Platform"),
                ("Afmelden", (Span("via de link in uw uitnodiging", link="https://verder.example/vergaderingen/12"),)),
            )
        ),
    ]
    for number in range(1, items + 1):
        question = questions[number % 3]
        blocks += [
            Heading(2, question, number=str(number), tlp=Tlp.RED if number == 3 else None),
            Small(
                "ter besluitvorming · 20 minuten · ingebracht door een beleidsmedewerker van een middelgrote gemeente"
            ),
            Paragraph(
                (
                    Span("Gevraagd: "),
                    Span("een uitspraak van het Platform", strong=True),
                    Span(
                        ". De samenwerkingspartners hebben twee gesprekken gevoerd zonder dat er overeenstemming kwam "
                        "over de vraag wie verantwoordelijk is voor de verantwoordingsinformatie."
                    ),
                )
            ),
        ]
    return Document(
        "Agenda van het Landelijk Platform",
        "Uitnodiging met agenda",
        DAY,
        Tlp.AMBER_STRICT,
        tuple(blocks),
        "Landelijk Platform",
    )


def brief() -> Document:
    return Document(
        "Regie bij verhuizing tussen gemeenten",
        "Oplegger bij punt 4",
        DAY,
        Tlp.AMBER,
        (
            Question("Wie houdt de regie als een gezin tijdens een onderzoek naar een andere gemeente verhuist?"),
            Facts(
                (("Vast sinds", "14 april 2026, dat is 233 dagen"), ("Raakt", "naar schatting 40 gezinnen per jaar"))
            ),
            Heading(2, "Wat is geprobeerd"),
            ItemList(
                (
                    "Een gezamenlijk overleg van beide gemeenten: geen van beide had mandaat.",
                    Item(
                        "Een werkgroep met drie verdiepende gesprekken.",
                        (ItemList(("Juristen zagen geen belemmering.", "Uitvoerders wel: er is geen budget.")),),
                    ),
                    "Een verzoek aan de toezichthouder, dat nog loopt.",
                )
            ),
            Heading(2, "Wat wordt van wie gevraagd"),
            ItemList(
                ("Bestuurders van gemeenten: spreek één regievoerder af.", "Het Rijk: geef ruimte in de regeling."),
                ordered=True,
            ),
            Notice("Zonder besluit vervalt de proef op 1 februari 2027.", "Tijdig nodig", NoticeKind.ALERT),
            Notice("Deze oplegger is geschreven uit het dossier; de inbrenger heeft meegelezen."),
        ),
        "Strategisch Beraad",
    )


def decisions(rows: int = 6) -> Document:
    return Document(
        "Besluiten van het Landelijk Platform",
        "Besluitenlijst",
        DAY,
        Tlp.GREEN,
        (
            Table(
                "Wat is besloten",
                ("Punt", "Vraag", "Besluit"),
                tuple(
                    (
                        str(number),
                        "Mag de school de ouders bellen als een leerling daar zelf om vraagt?",
                        (Span("Opgelost", strong=True), Span(": ja, na overleg met de aandachtsfunctionaris.")),
                    )
                    for number in range(1, rows + 1)
                ),
            ),
            Table(
                "Wie doet wat",
                ("Actie", "Wie", "Wanneer"),
                (("Vastleggen van de werkafspraak in het handelingskader", "secretaris", "15 januari 2027"),),
                (6, 2, 3),
            ),
        ),
        "Landelijk Platform",
    )


def minutes() -> Document:
    return Document(
        "Verslag van het Landelijk Platform",
        "Verslag",
        DAY,
        Tlp.AMBER_STRICT,
        (
            Small("Aanwezig: voorzitter, secretaris en elf deelnemers. Afwezig met bericht: twee deelnemers."),
            Heading(2, "Opening", number="1"),
            Paragraph("De voorzitter opent de vergadering en stelt de agenda ongewijzigd vast."),
            Heading(2, "Mag de school de ouders bellen?", number="2"),
            Quote("Het Platform stelt vast dat de leerling zelf mag vragen wie er gebeld wordt."),
            Paragraph("Een deelnemer wijst op de meldcode. Een andere deelnemer vraagt om een voorbeeldbrief."),
            Heading(3, "Afspraken"),
            ItemList(("De secretaris maakt een voorbeeldbrief.",)),
            Rule(),
            Paragraph("De volgende vergadering is op 11 maart 2027."),
        ),
        "Landelijk Platform",
        mark="concept",
    )


DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="300" font-family="Verder Sans" font-size="14">'
    '<rect x="2" y="2" width="1196" height="296" fill="none" stroke="black"/><text x="20" y="40">Begin</text></svg>'
)


def factsheet() -> Document:
    return Document(
        "Signalen van dwang bespreken",
        "Factsheet",
        DAY,
        Tlp.CLEAR,
        (
            Paragraph("Voor wie met jongeren werkt en zich zorgen maakt. U hoeft niet zeker te zijn om te vragen."),
            Rule(),
            Paragraph("Een zorg is genoeg om advies te vragen."),
            Heading(2, "Wat kunt u zien"),
            ItemList(("Plotseling verzuim.", "Steeds minder contact met leeftijdgenoten.", "Angst voor een reis.")),
            Heading(2, "Wat doet u, stap voor stap"),
            ItemList(
                (
                    "Spreek de jongere alleen.",
                    Item("Vraag wat veilig is.", (ItemList(("Thuis.", "Op school."), ordered=True),)),
                    "Overleg met de aandachtsfunctionaris.",
                ),
                ordered=True,
            ),
            Heading(2, "Wie doet wat"),
            *(
                block
                for role in ("School", "Wijkteam", "Politie", "Gemeente")
                for block in (Heading(3, role), Paragraph("Samenwerkingsverantwoordelijkheid begint bij vragen. " * 30))
            ),
            Heading(2, "Wat doet u niet"),
            Notice("Bel de familie niet, ook niet om te bemiddelen.", "Niet doen", NoticeKind.ALERT),
            Heading(2, "Wie kunt u bellen"),
            Table("", ("Wie", "Hoe"), (("Veilig Thuis", "dag en nacht"), ("Nu gevaar", "112"))),
            Heading(2, "De keuzehulp"),
            Picture(DRAWING, "Schema van de keuzehulp", 1200, 300, 14),
            Heading(2, "De keuzehulp in woorden"),
            ItemList(("Begin",), ordered=True),
        ),
        "Werkgroep Signalen",
        layout=Layout.FACTSHEET,
    )


def actions() -> Document:
    return Document(
        "Acties van het Landelijk Platform",
        "Actielijst",
        DAY,
        Tlp.GREEN,
        (
            Table(
                "Open acties",
                ("Nr.", "Actie", "Wie", "Uiterlijk", "Stand"),
                tuple(
                    (str(n), "Voorbeeldbrief maken en aan de leden sturen", "secretaris", "15 januari 2027", "loopt")
                    for n in range(1, 60)
                ),
            ),
        ),
        "Landelijk Platform",
    )


def wild() -> Document:
    return Document(
        WILD,
        WILD,
        DAY,
        Tlp.RED,
        (
            Heading(5, WILD, number="#1"),
            Paragraph(WILD + "\n" + "x" * 300),
            Paragraph((Span(WILD, link="javascript:alert(1)"), Span("https://verder.example/" + "a" * 200, link="https://verder.example/"))),
            Quote(WILD),
            Question(WILD),
            Small(WILD),
            Notice(WILD, WILD),
            ItemList((WILD, Item(WILD, (Paragraph(WILD),)))),
            Facts(((WILD, WILD), ("Hoofdverantwoordelijkheidsverdelingsafspraken", "x" * 120))),
            PageBreak(),
            Table(WILD, (WILD, "b", "c"), ((WILD, "w" * 90, "Arbeidsongeschiktheidsverzekeringsmaatschappij"),)),
        ),
        WILD,
        mark=WILD[:20],
    )  # fmt: skip


ALL = {
    "agenda": agenda, "brief": brief, "decisions": decisions, "minutes": minutes,
    "factsheet": factsheet, "actions": actions, "wild": wild,
}  # fmt: skip
