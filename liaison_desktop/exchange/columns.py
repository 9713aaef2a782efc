"""What a column of somebody's table holds, told by its name in six languages."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from liaison_desktop.domain.tables import COLUMNS, Column, Target

_NAMES: Mapping[Column, str] = {
    Column.GIVEN_NAME: "given name, first name, forename, nome, vorname, rufname, fornavn, ονομα,"
    " μικρο ονομα, الاسم الاول, الاسم الشخصي",
    Column.FAMILY_NAME: "family name, last name, surname, cognome, nachname, familienname,"
    " efternavn, επωνυμο, اسم العائلة, اللقب, النسب",
    Column.FULL_NAME: "name, full name, nome e cognome, cognome e nome, nominativo,"
    " vor- und nachname, navn, fulde navn, ονοματεπωνυμο, الاسم الكامل, الاسم",
    Column.NAME: "name, organisation, organization, nome, denominazione, organizzazione, ente,"
    " verein, organisationsname, navn, forening, φορεας, οργανωση, επωνυμια, المنظمة, الجمعية,"
    " الاسم",
    Column.NATIVE_NAME: "native name, name in own script, nome originale, name in eigener schrift,"
    " navn i egen skrift, ονομα στη γραφη του, الاسم بالحرف الاصلي, الاسم بالعربية",
    Column.FORM_OF_ADDRESS: "title, form of address, salutation, titolo, appellativo, anrede,"
    " titel, tiltale, προσφωνηση, τιτλος, صيغة المخاطبة",
    Column.EMAIL: "email, e-mail, mail, email address, posta elettronica, indirizzo email,"
    " e-mail-adresse, mailadresse, ηλεκτρονικη διευθυνση, ηλ. ταχυδρομειο, البريد الالكتروني",
    Column.PHONE: "phone, telephone, mobile, tel, telefono, cellulare, telefon, handy, mobil,"
    " telefonnummer, τηλεφωνο, κινητο, الهاتف, الجوال, رقم الهاتف",
    Column.ADDRESS: "address, street, postal address, indirizzo, via, anschrift, adresse, strasse,"
    " straße, vej, διευθυνση, οδος, العنوان",
    Column.POSTCODE: "postcode, zip, postal code, cap, plz, postleitzahl, postnr, postnummer, τ.κ.,"
    " ταχυδρομικος κωδικας, الرمز البريدي",
    Column.TOWN: "town, city, citta, città, comune, ort, stadt, by, πολη, المدينة",
    Column.WEBSITE: "website, web, url, sito, sito web, webseite, homepage, hjemmeside, ιστοσελιδα,"
    " ιστοτοπος, الموقع",
    Column.LANGUAGES: "languages, language, lingue, lingua, sprachen, sprache, sprog, γλωσσες,"
    " γλωσσα, اللغات, اللغة",
    Column.CONSTITUENCY: "constituency, group, categoria, categoria rappresentata, gruppe,"
    " vertretene gruppe, ομαδα, الفئة",
    Column.REGISTRATION: "registration, register number, numero di registro, codice fiscale,"
    " vereinsregister, registernummer, cvr, αριθμος μητρωου, رقم التسجيل",
}

_REFUSED = (
    *("religion", "faith", "belief", "ethnic", "ethnicity", "race", "nationality", "citizenship"),
    *("migration", "migrant", "refugee", "asylum", "origin", "birthplace", "residence permit"),
    *("religione", "fede", "etnia", "etnica", "razza", "nazionalita", "cittadinanza", "migratorio"),
    *("rifugiato", "asilo", "origine", "permesso di soggiorno", "konfession", "glaube", "ethnie"),
    *("ethnisch", "staatsangehorigkeit", "nationalitat", "herkunft", "fluchtling", "asyl"),
    *("migrationshintergrund", "aufenthalt", "trosretning", "etnicitet", "statsborgerskab"),
    *("oprindelse", "flygtning", "opholdstilladelse", "θρησκεια", "εθνικοτητα", "ιθαγενεια"),
    *("υπηκοοτητα", "καταγωγη", "προσφυγ", "ασυλο", "αδεια διαμονης", "الديانة", "الدين"),
    *("العرق", "الاثنية", "الجنسية", "الاصل", "اللجوء", "لاجئ", "الاقامة"),
)
"""Words in the names of columns that are never taken in (GDPR, article 9)."""

_SIGNS = re.compile(r"[^\w]+")


def suggested(header: Iterable[str], target: Target) -> tuple[Column | None, ...]:
    """What each column seems to hold; each thing is held by one column at most."""
    allowed = COLUMNS[target]
    names = {_plain(name): column for column in allowed for name in _NAMES[column].split(",")}
    names |= {column.value: column for column in allowed}
    taken: set[Column] = set()
    found: list[Column | None] = []
    for name in header:
        column = None if is_refused(name) else names.get(_plain(name))
        found.append(None if column in taken else column)
        if column is not None:
            taken.add(column)
    if Column.GIVEN_NAME in taken and Column.FAMILY_NAME not in taken:
        # Beside a given name, a column that is called "name" holds the family's.
        found = [Column.FAMILY_NAME if each is Column.FULL_NAME else each for each in found]
    return tuple(found)


def is_refused(name: str) -> bool:
    """Whether a column is named after something that is never kept of a person."""
    words = f" {_plain(name)} "
    return any(f" {_plain(refused)}" in words for refused in _REFUSED)


def _plain(name: str) -> str:
    """A name without accents, case and punctuation."""
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    bare = bare.replace("أ", "ا").replace("إ", "ا").replace("آ", "ا").replace("ø", "o")
    return _SIGNS.sub(" ", bare).strip()
