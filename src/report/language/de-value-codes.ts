import type { CodeText } from './code-texts.ts';

/** The part of `DE_CODES` about the form of values. */
export const DE_VALUE_CODES = {
  'boolean.invalid': {
    meaning: 'Der Wert ist keine bekannte Form von ja oder nein.',
    hint: 'Verwenden Sie true oder false, 1 oder 0, yes oder no, ja oder nein. Ordnen Sie andere Wörter zu: `table: { S: true, N: false }`.',
  },
  'birthdate.future': {
    meaning: 'Das Geburtsdatum liegt in der Zukunft.',
    hint: 'Korrigieren Sie das Datum oder sein Format: `date: dd.MM.yyyy`. Eine zweistellige Jahreszahl wurde vielleicht dem falschen Jahrhundert zugeordnet.',
  },
  'birthdate.implausible': {
    meaning: 'Das Geburtsdatum liegt vor 1900. Oft ist es ein Platzhalter.',
    hint: "Lassen Sie Platzhalter mit `replace: { ^1800-01-01$: '' }` oder mit `when` weg.",
  },
  'birthdate.invalid': {
    meaning: 'Das Geburtsdatum ist kein Datum in der Form YYYY-MM-DD, das es gibt.',
    hint: 'Geben Sie das Format des Quellsystems an, `date: dd.MM.yyyy`, oder korrigieren Sie die Zeile.',
  },
  'date.ambiguous': {
    meaning: 'Zwei Formate im Mapping lesen den Wert als verschiedene Tage.',
    hint: 'Behalten Sie nur das Format, das das Quellsystem verwendet, zum Beispiel `date: dd.MM.yyyy`. Ein Datum wird nie geraten.',
  },
  'date.invalid': {
    meaning: 'Der Wert ist kein Datum in dem Format, das im Mapping angegeben ist.',
    hint: 'Korrigieren Sie das Datum, oder geben Sie sein Format im Mapping an: `date: dd.MM.yyyy`.',
  },
  'instant.implausible': {
    meaning:
      'Der Zeitpunkt liegt vor 1990 oder in der Zukunft. Oft ist er ein Platzhalter, oder Sekunden wurden als Millisekunden gelesen.',
    hint: 'Prüfen Sie das Format, zum Beispiel `instant: epoch-milliseconds`. Lassen Sie Platzhalter weg.',
  },
  'instant.invalid': {
    meaning:
      'Der Wert ist kein Zeitpunkt in dem Format, das im Mapping angegeben ist, oder seine Zeitzone ist unbekannt.',
    hint: 'Geben Sie das Format an, `instant: dd.MM.yyyy HH:mm`, und `zone: Europe/Berlin`, wenn das Quellsystem Ortszeit verwendet.',
  },
  'json.invalid': {
    meaning: 'Der Text ist kein gültiges JSON.',
    hint: 'Korrigieren Sie die Zelle, oder übernehmen Sie sie als Text: `type: string`.',
  },
  'locale.invalid': {
    meaning: 'Der Wert ist kein Sprachkürzel wie de, de-DE oder de_DE.',
    hint: 'Ordnen Sie die Namen der Sprachen zu: `table: { Deutsch: de-DE, Englisch: en-GB }`.',
  },
  'number.imprecise': {
    meaning:
      'Eine Zahl im Export ist zu groß oder hat mit Nachkommastellen oder Exponent zu viele Ziffern, um genau gelesen zu werden.',
    hint: 'Exportieren Sie die Zahl als Text in Anführungszeichen, oder entfernen Sie das Feld aus dem Mapping: `fields: { customFields.…: null }`, wenn ein Preset es enthält.',
  },
  'number.invalid': {
    meaning: 'Der Wert eines Zahlenfeldes ist keine Zahl.',
    hint: 'Schreiben Sie die Zahl mit Ziffern und Dezimalpunkt, zum Beispiel -12.5, oder übernehmen Sie sie als Text: `type: string`.',
  },
  'phone.assumed-country': {
    meaning:
      'Die Telefonnummer hat keine Landesvorwahl mit +, und der Datensatz nennt kein Land, in dem sie gültig ist. Das Land wurde angenommen.',
    hint: 'Ordnen Sie address.country zu, geben Sie die Spalte des Landes an, `phone: { country: … }`, oder prüfen Sie `phone-region`.',
  },
  'phone.invalid': {
    meaning:
      'Die Telefonnummer ist ungültig, keine Mobilnummer, mehrdeutig, ohne bekanntes Land oder nicht im Format E.164 (+4917…).',
    hint: 'Geben Sie das Land nationaler Nummern an, `phone: DE` in der Regel oder `phone-region: DE`, korrigieren Sie die Nummer, oder lassen Sie ungültige weg: `rules: { phone.invalid: warn }`.',
  },
  'spreadsheet.decimals': {
    meaning: 'Eine Tabellenkalkulation hat anscheinend .0 an eine Zahl angehängt, zum Beispiel 10234.0.',
    hint: "Exportieren Sie die Spalte als Text, oder entfernen Sie die Endung im Mapping: `replace: { '\\.0$': '' }`. `rules: { spreadsheet.decimals: error }` lässt solche Zeilen aus.",
  },
  'spreadsheet.exponent': {
    meaning: 'Eine Tabellenkalkulation hat anscheinend aus einer langen Zahl einen Näherungswert wie 1,23E+11 gemacht.',
    hint: 'Exportieren Sie erneut, und öffnen Sie die Datei nicht in einer Tabellenkalkulation, denn verlorene Ziffern lassen sich nicht wiederherstellen. `rules: { spreadsheet.exponent: error }` lässt solche Zeilen aus.',
  },
  'spreadsheet.zeros': {
    meaning:
      'Eine deutsche Postleitzahl hat vier Ziffern. Eine Tabellenkalkulation hat vielleicht die führende Null entfernt.',
    hint: 'Exportieren Sie erneut, und öffnen Sie die Datei nicht in einer Tabellenkalkulation. `rules: { spreadsheet.zeros: error }` lässt solche Zeilen aus.',
  },
  'text.assumed_encoding': {
    meaning: 'Ein Wert einer LDIF-Datei ist nicht UTF-8 und wurde als Windows-1252 (Latin-1) gelesen.',
    hint: 'Prüfen Sie die Umlaute dieser Benutzer. Wenn sie falsch sind, exportieren Sie erneut in UTF-8. Wenn sie stimmen, schreiben Sie `rules: { text.assumed_encoding: off }`.',
  },
  'text.broken': {
    meaning:
      'Der Text enthält ein halbes Zeichen (ein einzelnes Surrogat wie \\ud800), das sich nicht speichern lässt.',
    hint: "Exportieren Sie erneut, denn ein Programm hat den Text mitten in einem Zeichen abgeschnitten, oder entfernen Sie diesen Teil: `replace: { '\\p{Cs}': '' }`.",
  },
  'text.invisible': {
    meaning:
      'Unsichtbare Zeichen oder ungewöhnliche Leerzeichen in einem Text wurden entfernt oder durch gewöhnliche Leerzeichen ersetzt.',
    hint: 'Wenn der sichtbare Text stimmt, ist nichts zu tun. `rules: { text.invisible: off }` beendet das Zählen.',
  },
  'text.mojibake': {
    meaning: 'Der Text wurde irgendwann mit dem falschen Zeichensatz gelesen, zum Beispiel Ã¤ statt ä.',
    hint: 'Exportieren Sie erneut mit dem richtigen Zeichensatz. Der beschädigte Text wird so importiert, wie er ist, außer `rules: { text.mojibake: error }` lässt solche Zeilen aus.',
  },
  'type.invalid': {
    meaning: 'Der Wert hat den falschen Typ für sein Feld, zum Beispiel eine Liste oder ein Objekt statt Text.',
    hint: 'Wählen Sie im Mapping ein Element aus: `from: path[0]` oder `from: path.key`.',
  },
  'url.invalid': {
    meaning:
      'Die Adresse einer Seite oder eines Bildes ist keine URL mit http oder https. Der Tenant kann sie ablehnen.',
    hint: 'Vervollständigen Sie die URL im Quellsystem oder mit `replace: { ^www.: https://www. }`, oder lassen Sie das Feld weg.',
  },
  'value.control_characters': {
    meaning: 'Der Wert beginnt oder endet mit Steuerzeichen. Sie werden entfernt.',
    hint: 'Exportieren Sie erneut ohne sie. Mit `source: { nulls: false }` bleiben sie erhalten.',
  },
  'value.formula': {
    meaning: 'Der Wert ist als Formel geschrieben (="00217"). Der Text darin wird übernommen.',
    hint: 'Wenn das gewollt ist, ist nichts zu tun. Mit `source: { nulls: false }` bleiben Formeln als Text erhalten.',
  },
  'value.missing': {
    meaning: 'Das Quellsystem hat keinen Wert, aber das Mapping verlangt einen.',
    hint: 'Ergänzen Sie den Wert im Export, oder legen Sie im Mapping fest, was ein leerer Wert bedeutet: `default: …`.',
  },
  'value.null_mark': {
    meaning: 'Der Wert ist ein Wort für „kein Wert“ (NULL, \\N, N/A, #NV und andere) und zählt als leer.',
    hint: 'Wenn das stimmt, ist nichts zu tun. Mit `source: { nulls: { keep: Name } }` bleiben solche Wörter einer Spalte als Text erhalten.',
  },
  'value.too_long': {
    meaning:
      'Eine Regel erzeugt einen Text mit mehr als 1.048.576 Zeichen oder einen Benutzer mit mehr als 16-mal so vielen.',
    hint: "Korrigieren Sie die Regel oder den Datensatz, oder lassen Sie solche Werte weg: `when: { from: …, matches: '^.{0,1000}$' }`.",
  },
  'value.unknown': {
    meaning: 'Der Wert steht nicht in der Tabelle des Mappings.',
    hint: 'Ergänzen Sie den Wert in der Tabelle, oder legen Sie fest, was jeder andere Wert bedeutet: `else: …`.',
  },
  'value.unread': {
    meaning:
      'Das Quellsystem hat einen Wert, den das Mapping nicht lesen kann: Er hat eine andere Form, ist kein Text oder ist nicht eindeutig. Wenn er bestimmt, wer der Benutzer ist oder ob er sich anmelden darf, ist die Zeile ungültig.',
    hint: 'Schreiben Sie im Mapping eine Regel mit dem Pfad, an dem der Wert steht, `from: path.to.value`, oder korrigieren Sie das Quellsystem.',
  },
  'zoneinfo.invalid': {
    meaning: 'Die Zeitzone ist kein IANA-Name wie Europe/Berlin. Der Tenant kann sie übergehen.',
    hint: 'Ordnen Sie die Zeitzonen des Quellsystems zu: `table: { MEZ: Europe/Berlin }`.',
  },
} as const satisfies { readonly [code: string]: CodeText };
