export const id=5419;
export const ids=[5419];
export const modules={91725:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{_o:()=>sourceLink,ik:()=>place,r6:()=>placedText});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _source_links_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(22233);
var _page_table_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(69470);
const MAX_CHARACTERS=250;
function place({file,line},links){
const shown=`<code class="place">${(0,_page_table_js__WEBPACK_IMPORTED_MODULE_2__.Qq)(`${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(file,200)}:${line}`,MAX_CHARACTERS)}</code>`;
return sourceLink((0,_source_links_js__WEBPACK_IMPORTED_MODULE_1__.lU)(links,file,line),shown)}
function placedText(value,links,characters){
return(0,_source_links_js__WEBPACK_IMPORTED_MODULE_1__.yN)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(value,characters),links).map(({text,address})=>sourceLink(address,(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ZD)(text))).join(``)}
function sourceLink(address,html){
return address===null?html:`<a href="${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ZD)(address)}" rel="noopener noreferrer">${html}</a>`}}),14912:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{p:()=>codeText,V:()=>explainedRow});
;
const DE_VALUE_CODES={"boolean.invalid":{meaning:`Der Wert ist keine bekannte Form von ja oder nein.`,hint:"Verwenden Sie true oder false, 1 oder 0, yes oder no, ja oder nein. Ordnen Sie andere Wörter zu: `table: { S: true, N: false }`."},"birthdate.future":{meaning:`Das Geburtsdatum liegt in der Zukunft.`,hint:"Korrigieren Sie das Datum oder sein Format: `date: dd.MM.yyyy`. Eine zweistellige Jahreszahl wurde vielleicht dem falschen Jahrhundert zugeordnet."},"birthdate.implausible":{meaning:`Das Geburtsdatum liegt vor 1900. Oft ist es ein Platzhalter.`,hint:"Lassen Sie Platzhalter mit `replace: { ^1800-01-01$: '' }` oder mit `when` weg."},"birthdate.invalid":{meaning:`Das Geburtsdatum ist kein Datum in der Form YYYY-MM-DD, das es gibt.`,hint:"Geben Sie das Format des Quellsystems an, `date: dd.MM.yyyy`, oder korrigieren Sie die Zeile."},"date.ambiguous":{meaning:`Zwei Formate im Mapping lesen den Wert als verschiedene Tage.`,hint:"Behalten Sie nur das Format, das das Quellsystem verwendet, zum Beispiel `date: dd.MM.yyyy`. Ein Datum wird nie geraten."},"date.invalid":{meaning:`Der Wert ist kein Datum in dem Format, das im Mapping angegeben ist.`,hint:"Korrigieren Sie das Datum, oder geben Sie sein Format im Mapping an: `date: dd.MM.yyyy`."},"instant.implausible":{meaning:`Der Zeitpunkt liegt vor 1990 oder in der Zukunft. Oft ist er ein Platzhalter, oder Sekunden wurden als Millisekunden gelesen.`,hint:"Prüfen Sie das Format, zum Beispiel `instant: epoch-milliseconds`. Lassen Sie Platzhalter weg."},"instant.invalid":{meaning:`Der Wert ist kein Zeitpunkt in dem Format, das im Mapping angegeben ist, oder seine Zeitzone ist unbekannt.`,hint:"Geben Sie das Format an, `instant: dd.MM.yyyy HH:mm`, und `zone: Europe/Berlin`, wenn das Quellsystem Ortszeit verwendet."},"json.invalid":{meaning:`Der Text ist kein gültiges JSON.`,hint:"Korrigieren Sie die Zelle, oder übernehmen Sie sie als Text: `type: string`."},"locale.invalid":{meaning:`Der Wert ist kein Sprachkürzel wie de, de-DE oder de_DE.`,hint:"Ordnen Sie die Namen der Sprachen zu: `table: { Deutsch: de-DE, Englisch: en-GB }`."},"number.imprecise":{meaning:`Eine Zahl im Export ist zu groß oder hat mit Nachkommastellen oder Exponent zu viele Ziffern, um genau gelesen zu werden.`,hint:"Exportieren Sie die Zahl als Text in Anführungszeichen, oder entfernen Sie das Feld aus dem Mapping: `fields: { customFields.…: null }`, wenn ein Preset es enthält."},"number.invalid":{meaning:`Der Wert eines Zahlenfeldes ist keine Zahl.`,hint:"Schreiben Sie die Zahl mit Ziffern und Dezimalpunkt, zum Beispiel -12.5, oder übernehmen Sie sie als Text: `type: string`."},"phone.assumed-country":{meaning:`Die Telefonnummer hat keine Landesvorwahl mit +, und der Datensatz nennt kein Land, in dem sie gültig ist. Das Land wurde angenommen.`,hint:"Ordnen Sie address.country zu, geben Sie die Spalte des Landes an, `phone: { country: … }`, oder prüfen Sie `phone-region`."},"phone.invalid":{meaning:`Die Telefonnummer ist ungültig, keine Mobilnummer, mehrdeutig, ohne bekanntes Land oder nicht im Format E.164 (+4917…).`,hint:"Geben Sie das Land nationaler Nummern an, `phone: DE` in der Regel oder `phone-region: DE`, korrigieren Sie die Nummer, oder lassen Sie ungültige weg: `rules: { phone.invalid: warn }`."},"spreadsheet.decimals":{meaning:`Eine Tabellenkalkulation hat anscheinend .0 an eine Zahl angehängt, zum Beispiel 10234.0.`,hint:"Exportieren Sie die Spalte als Text, oder entfernen Sie die Endung im Mapping: `replace: { '\\.0$': '' }`. `rules: { spreadsheet.decimals: error }` lässt solche Zeilen aus."},"spreadsheet.exponent":{meaning:`Eine Tabellenkalkulation hat anscheinend aus einer langen Zahl einen Näherungswert wie 1,23E+11 gemacht.`,hint:"Exportieren Sie erneut, und öffnen Sie die Datei nicht in einer Tabellenkalkulation, denn verlorene Ziffern lassen sich nicht wiederherstellen. `rules: { spreadsheet.exponent: error }` lässt solche Zeilen aus."},"spreadsheet.zeros":{meaning:`Eine deutsche Postleitzahl hat vier Ziffern. Eine Tabellenkalkulation hat vielleicht die führende Null entfernt.`,hint:"Exportieren Sie erneut, und öffnen Sie die Datei nicht in einer Tabellenkalkulation. `rules: { spreadsheet.zeros: error }` lässt solche Zeilen aus."},"text.assumed_encoding":{meaning:`Ein Wert einer LDIF-Datei ist nicht UTF-8 und wurde als Windows-1252 (Latin-1) gelesen.`,hint:"Prüfen Sie die Umlaute dieser Benutzer. Wenn sie falsch sind, exportieren Sie erneut in UTF-8. Wenn sie stimmen, schreiben Sie `rules: { text.assumed_encoding: off }`."},"text.broken":{meaning:`Der Text enthält ein halbes Zeichen (ein einzelnes Surrogat wie \\ud800), das sich nicht speichern lässt.`,hint:"Exportieren Sie erneut, denn ein Programm hat den Text mitten in einem Zeichen abgeschnitten, oder entfernen Sie diesen Teil: `replace: { '\\p{Cs}': '' }`."},"text.invisible":{meaning:`Unsichtbare Zeichen oder ungewöhnliche Leerzeichen in einem Text wurden entfernt oder durch gewöhnliche Leerzeichen ersetzt.`,hint:"Wenn der sichtbare Text stimmt, ist nichts zu tun. `rules: { text.invisible: off }` beendet das Zählen."},"text.mojibake":{meaning:`Der Text wurde irgendwann mit dem falschen Zeichensatz gelesen, zum Beispiel Ã¤ statt ä.`,hint:"Exportieren Sie erneut mit dem richtigen Zeichensatz. Der beschädigte Text wird so importiert, wie er ist, außer `rules: { text.mojibake: error }` lässt solche Zeilen aus."},"type.invalid":{meaning:`Der Wert hat den falschen Typ für sein Feld, zum Beispiel eine Liste oder ein Objekt statt Text.`,hint:"Wählen Sie im Mapping ein Element aus: `from: path[0]` oder `from: path.key`."},"url.invalid":{meaning:`Die Adresse einer Seite oder eines Bildes ist keine URL mit http oder https. Der Tenant kann sie ablehnen.`,hint:"Vervollständigen Sie die URL im Quellsystem oder mit `replace: { ^www.: https://www. }`, oder lassen Sie das Feld weg."},"value.control_characters":{meaning:`Der Wert beginnt oder endet mit Steuerzeichen. Sie werden entfernt.`,hint:"Exportieren Sie erneut ohne sie. Mit `source: { nulls: false }` bleiben sie erhalten."},"value.formula":{meaning:`Der Wert ist als Formel geschrieben (="00217"). Der Text darin wird übernommen.`,hint:"Wenn das gewollt ist, ist nichts zu tun. Mit `source: { nulls: false }` bleiben Formeln als Text erhalten."},"value.missing":{meaning:`Das Quellsystem hat keinen Wert, aber das Mapping verlangt einen.`,hint:"Ergänzen Sie den Wert im Export, oder legen Sie im Mapping fest, was ein leerer Wert bedeutet: `default: …`."},"value.null_mark":{meaning:`Der Wert ist ein Wort für „kein Wert“ (NULL, \\N, N/A, #NV und andere) und zählt als leer.`,hint:"Wenn das stimmt, ist nichts zu tun. Mit `source: { nulls: { keep: Name } }` bleiben solche Wörter einer Spalte als Text erhalten."},"value.too_long":{meaning:`Eine Regel erzeugt einen Text mit mehr als 1.048.576 Zeichen oder einen Benutzer mit mehr als 16-mal so vielen.`,hint:"Korrigieren Sie die Regel oder den Datensatz, oder lassen Sie solche Werte weg: `when: { from: …, matches: '^.{0,1000}$' }`."},"value.unknown":{meaning:`Der Wert steht nicht in der Tabelle des Mappings.`,hint:"Ergänzen Sie den Wert in der Tabelle, oder legen Sie fest, was jeder andere Wert bedeutet: `else: …`."},"value.unread":{meaning:`Das Quellsystem hat einen Wert, den das Mapping nicht lesen kann: Er hat eine andere Form, ist kein Text oder ist nicht eindeutig. Wenn er bestimmt, wer der Benutzer ist oder ob er sich anmelden darf, ist die Zeile ungültig.`,hint:"Schreiben Sie im Mapping eine Regel mit dem Pfad, an dem der Wert steht, `from: path.to.value`, oder korrigieren Sie das Quellsystem."},"zoneinfo.invalid":{meaning:`Die Zeitzone ist kein IANA-Name wie Europe/Berlin. Der Tenant kann sie übergehen.`,hint:"Ordnen Sie die Zeitzonen des Quellsystems zu: `table: { MEZ: Europe/Berlin }`."}};
;
const DE_CODES={...DE_VALUE_CODES,"consent.invalid":{meaning:`Eine Einwilligung hat keinen fieldKey, ihr Zustand ist nicht ACCEPTED, REVOKED oder SKIPPED, oder ein anderer Teil hat den falschen Typ.`,hint:"Setzen Sie fieldKey und state: `consents: [{ fieldKey: …, state: { from: …, table: { ja: ACCEPTED, nein: REVOKED } } }]`."},"email.disposable":{meaning:`Die E-Mail-Adresse gehört zu einem Anbieter von Wegwerf-Postfächern, den die meisten Tenants ablehnen.`,hint:"Lassen Sie diese Benutzer mit einer skip-Regel aus, oder erlauben Sie die Adressen im Tenant und schreiben Sie `rules: { email.disposable: off }`."},"email.domain":{meaning:`Die Domain der E-Mail-Adresse hat weder einen Mailserver noch eine Adresse. Deshalb lehnt cidaas den Benutzer ab.`,hint:"Korrigieren Sie die Adresse im Quellsystem, oder lassen Sie solche Benutzer mit einer skip-Regel aus. `check-domains: error` macht ihre Zeilen ungültig, `check-domains: off` fragt keine Domains ab."},"email.invalid":{meaning:`Die E-Mail-Adresse ist ungültig.`,hint:"Korrigieren Sie die Adresse im Quellsystem (eine pro Zelle), oder lassen Sie solche Werte aus: `email: { from: …, when: { from: …, matches: '^[^@\\s]+@[^@\\s]+$' } }`."},"email.nonascii":{meaning:`Der Teil vor dem @ enthält Buchstaben außerhalb von ASCII. Das ist erlaubt, kann aber ein Tippfehler sein.`,hint:"Prüfen Sie die Adresse, denn der Tenant kann sie ablehnen. `rules: { email.nonascii: off }` beendet das Zählen."},"email.unverified":{meaning:`Das Quellsystem hat die E-Mail-Adresse nicht bestätigt.`,hint:"Legen Sie fest, wie diese Benutzer importiert werden: `unverified-email: PENDING`, VERIFIED oder skip."},"export.incomplete":{meaning:`Laut einer Datei gibt es mehr Benutzer, als der Export enthält: Sie ist eine Seite einer Liste oder ein Teil davon.`,hint:"Rufen Sie auch die anderen Seiten ab, oder setzen Sie `allow-partial-export: true`, wenn nur diese Benutzer gemeint sind."},"expr.failed":{meaning:`Der Ausdruck eines Feldes ist bei diesem Datensatz fehlgeschlagen.`,hint:"Schlagen Sie den Fehlercode in der Dokumentation von JSONata nach und korrigieren Sie den Ausdruck, oder lesen Sie den Wert ohne Ausdruck: `from: …`."},"expr.limit":{meaning:`Der Ausdruck eines Feldes braucht mehr als eine Sekunde, zu viel Speicher oder mehr als 1.048.576 Zeichen.`,hint:"Vereinfachen Sie den Ausdruck, oder lesen Sie den Wert ohne Ausdruck: `from: …`. Nach 20 solchen Datensätzen endet der Plan."},"field.unknown":{meaning:`Ein JSON-Datensatz hat Schlüssel, die keine Felder von cidaas sind, und es gibt kein Mapping für sie.`,hint:"Entfernen Sie die Schlüssel aus dem Export, oder verwenden Sie ein Mapping. Es übergeht Schlüssel, die es nicht nennt: `fields: { email: email }`."},"group.admin":{meaning:`Der Benutzer würde Mitglied einer Gruppe, die den Tenant verwaltet.`,hint:"Lassen Sie die Gruppe weg, oder schreiben Sie `allow-admin-groups: true`, wenn das gewollt ist."},"group.incomplete":{meaning:`Eine Gruppe hat keine groupId oder keine sub, oder ein anderer Teil hat den falschen Typ.`,hint:"Setzen Sie groupId, und ordnen Sie dem Benutzer eine sub zu, die für Gruppen nötig ist: `fields: { sub: … }`."},"group.sub":{meaning:`Eine Gruppe enthält die sub eines anderen Benutzers.`,hint:"Lassen Sie die sub der Gruppe weg, denn die sub des Benutzers wird eingesetzt: `groups: [{ groupId: … }]`."},"hash.algorithm":{meaning:`cidaas unterstützt den algorithmTypeId nicht.`,hint:"Verwenden Sie BCRYPT_1 bis BCRYPT_20, ARGON…, SHA1, SHA256, PBKDF2, HMAC… oder mit eigenem Verifier `password: { from: …, verifier: CUSTOM_… }`."},"hash.incomplete":{meaning:`Ein Teil des Passwort-Hashes fehlt: der Algorithmus, der Hash oder ein Parameter des Algorithmus (salt, iterations, keylen).`,hint:"Ordnen Sie den fehlenden Teil zu, oder lassen Sie jeden Hash seine Teile selbst nennen: `password: { from: … }`. Bei Benutzern ohne Passwort lassen Sie password_hash_info mit `when` ganz weg."},"hash.left_out":{meaning:"Das Quellsystem hat ein Passwort des Benutzers, aber `when` im Mapping lässt es weg.",hint:"Korrigieren Sie `when` beim Passwort, oder schreiben Sie `rules: { hash.left_out: off }`, wenn es gewollt ist."},"hash.mismatch":{meaning:`Der Passwort-Hash hat nicht das Format seines Algorithmus. Der Benutzer könnte sich nie anmelden.`,hint:"Prüfen Sie Spalte und Algorithmus, oder lassen Sie jeden Hash seinen Algorithmus selbst nennen: `password: { from: … }`. Der Hash muss vollständig und unverändert sein."},"hash.missing":{meaning:`Das Quellsystem hat kein Passwort des Benutzers, und das Mapping erlaubt das nicht.`,hint:"Lassen Sie diese Zeilen mit einer skip-Regel aus, importieren Sie sie ohne Passwort (`password: { optional: true }`), oder schreiben Sie `password: null`, wenn das System gar keine Hashes exportiert."},"hash.no_verifier":{meaning:`cidaas kann diese Art von Passwort-Hash nicht selbst prüfen, und das Mapping nennt keinen Verifier.`,hint:"Nennen Sie den Verifier des Tenants, `password: { verifier: CUSTOM_… }`, oder importieren Sie solche Benutzer ohne Passwort, `password: { optional: true }`."},"hash.unrecognised":{meaning:`Das Format des Passwort-Hashes ist unbekannt, oder der Hash ist abgeschnitten, maskiert oder Klartext.`,hint:"Prüfen Sie die Spalte, geben Sie an, wie der Hash entstand, `password: { algorithm: … }`, oder importieren Sie solche Benutzer ohne Passwort, `password: { optional: true }`."},"identifier.invisible":{meaning:`Eine Kennung enthält ein unsichtbares Zeichen oder ein ungewöhnliches Leerzeichen, das niemand beim Login eingibt.`,hint:"Korrigieren Sie das Quellsystem, oder entfernen Sie das Zeichen mit `replace` in der Regel des Feldes: `replace: { '[\\u200B\\u00AD]': '' }`."},"identifier.missing":{meaning:`Der Benutzer hat weder E-Mail-Adresse noch Benutzername noch Mobilnummer und könnte sich nicht anmelden.`,hint:"Ordnen Sie mindestens eines der Felder email, username und mobile_number zu, oder lassen Sie solche Zeilen aus: `skip: [{ reason: no identifier, when: { from: …, empty: true } }]`."},"identifier.secret":{meaning:`Der Wert sieht nach einem Passwort-Hash aus, aber das Feld ist kein Passwortfeld.`,hint:"Prüfen Sie, welche Spalte das Mapping liest. Wenn ihre Werte IDs sind, schreiben Sie `sub: { from: …, opaque: true }`, oder machen Sie daraus mit `uuid5` UUIDs."},"identities.mixed":{meaning:`Das Konto hat persönliche Felder, obwohl der Benutzer Identitäten hat.`,hint:"Verschieben Sie das Feld in die Identität, zu der es gehört: `identities: [{ provider: …, given_name: … }]`."},"identity.conflict":{meaning:`Eine andere Zeile hat dieselbe Kennung, scheint aber eine andere Person zu sein.`,hint:"Korrigieren Sie die Kennung oder die sub im Quellsystem, oder lassen Sie eine der Zeilen aus: `skip: [{ reason: second account, when: { from: …, is: … } }]`. Zwei Personen werden nie zusammengeführt."},"join.unmatched":{meaning:`Ein Datensatz einer verknüpften Datei passt zu keinem Datensatz des Exports.`,hint:"Vergleichen Sie `key` und `equals` der Verknüpfung, und exportieren Sie beide Dateien am selben Tag. `rules: { join.unmatched: off }` beendet das Zählen."},"mfa.not_imported":{meaning:`Der Benutzer hat im Quellsystem einen zweiten Faktor, der sich nicht importieren lässt.`,hint:"Bitten Sie diese Benutzer, ihren zweiten Faktor neu einzurichten. `rules: { mfa.not_imported: off }` beendet das Zählen."},"path.unseen":{meaning:`Kein Datensatz hat einen Wert an einem Pfad, den das Mapping verwendet.`,hint:"Korrigieren oder entfernen Sie den Pfad, oder geben Sie an, dass er fehlen darf: `source: { columns: optional }`."},"pattern.limit":{meaning:"Ein Muster (`matches`, `replace`) braucht bei diesem Datensatz zu lange, oder der Text ist zu lang dafür.",hint:"Schreiben Sie das Muster mit weniger Wiederholungen, oder lassen Sie solche Werte aus: `when: { from: …, matches: '^.{0,1000}$' }`. Nach 20 solchen Datensätzen endet der Plan."},"status.unread":{meaning:`Der Export hat eine Spalte, die nach dem Status eines Kontos aussieht und die keine Regel liest, oder er sagt nicht, wer gesperrt ist. Der ganze Plan wird abgelehnt.`,hint:"Lesen Sie die Spalte in der Regel für userStatus, führen Sie sie unter `ignore` auf, oder entscheiden Sie für alle Benutzer: `fields: { userStatus: { value: VERIFIED } }`."},"sub.missing":{meaning:`Der Benutzer hat keine sub. Der Tenant sucht ihn anhand seiner Kennungen und vergibt bei einem neuen Benutzer eine sub.`,hint:"Ordnen Sie eine ID des Quellsystems zu, `fields: { sub: … }`, am besten mit `uuid5` als UUID."},"sub.reserved":{meaning:`Die sub ist ANONYMOUS. Diesen Wert gibt cidaas zurück, wenn es keinen Benutzer gibt.`,hint:"Ordnen Sie eine sub zu, die zu dem Benutzer gehört, oder keine: `sub: { from: …, replace: { ^anonymous$: '' } }`."},"userStatus.invalid":{meaning:`cidaas kennt diesen userStatus nicht.`,hint:"Ordnen Sie den Wert zu: `userStatus: { from: …, table: { aktiv: VERIFIED, gesperrt: DECLINED } }`."},"userStatus.refused":{meaning:`Diesen userStatus setzt nur cidaas selbst (DELETED, LOCKED, COMBINED).`,hint:"Geben Sie Benutzern, die sich nicht anmelden dürfen, den Status DECLINED, und lassen Sie gelöschte Benutzer aus: `skip: [{ reason: deleted, when: { from: …, is: DELETED } }]`."},"record.columns":{meaning:`Die Zahl der Zellen des Datensatzes passt nicht zur Kopfzeile.`,hint:"Suchen Sie nach einem fehlenden oder überzähligen Trennzeichen. Eine Zelle, die das Trennzeichen enthält, muss in Anführungszeichen stehen. Mit `fail-above: 1%` gelingt ein Lauf auch ohne solche Zeilen."},"record.json":{meaning:`Der Datensatz ist kein gültiges JSON-Objekt.`,hint:"Jede Zeile muss genau ein vollständiges JSON-Objekt enthalten. Prüfen Sie, ob das Ende der Zeile fehlt. Mit `fail-above: 1%` gelingt ein Lauf auch ohne solche Zeilen."},"record.ldif":{meaning:`Der Eintrag der LDIF-Datei ist unvollständig oder nicht lesbar.`,hint:"Exportieren Sie vollständige Einträge mit allen Werten in der Datei (ldapsearch -LLL, slapcat). Mit `fail-above: 1%` gelingt ein Lauf auch ohne solche Zeilen."},duplicate:{meaning:`Derselbe Benutzer steht in einer anderen Zeile, die importiert wird.`,hint:"Wenn beide Zeilen dieselbe Person sind, ist nichts zu tun. Sonst korrigieren Sie die sub oder die Kennung in einer der Zeilen. Mit `duplicates: last` zählt die letzte Zeile."},pilot:{meaning:`Die Zeile gehört nicht zum Pilot.`,hint:"Melden Sie sich als einige Benutzer des Pilots an, und starten Sie den Lauf dann ohne `pilot` (in Actions mit `resume-run-id`)."},unsent:{meaning:`Der Lauf endete, bevor diese Zeile gesendet wurde.`,hint:`Starten Sie den Lauf mit demselben Export erneut. Er macht mit den Zeilen weiter, die noch nicht erledigt sind.`},unanswered:{meaning:`Die Zeile wurde gesendet, aber der Lauf endete vor einer brauchbaren Antwort.`,hint:`Starten Sie den Lauf mit demselben Export erneut. Er macht mit den Zeilen weiter, die noch nicht erledigt sind.`},"tenant.507":{meaning:`Der Tenant hat den Benutzer abgelehnt, weil ein Wert nicht gültig ist.`,hint:`Prüfen Sie, ob die E-Mail-Domain existiert und keine Wegwerf-Domain ist. Starten Sie den Lauf dann erneut.`},"tenant.failed":{meaning:`Der Tenant hat den Benutzer abgelehnt.`,hint:`Korrigieren Sie den Benutzer im Quellsystem oder im Mapping und starten Sie den Lauf erneut. Nennen Sie dem Support von cidaas die Referenznummer.`},"tenant.forbidden":{meaning:`Eine Firewall oder ein Proxy vor dem Tenant hat den Benutzer abgelehnt.`,hint:`Lassen Sie die Anfrage anhand der Referenznummer freigeben, oder korrigieren Sie den Wert. Starten Sie den Lauf dann erneut.`},"tenant.answer_uncertain":{meaning:`Die Antwort des Tenants zeigt nicht, ob dieser Benutzer angelegt oder aktualisiert wurde.`,hint:`Starten Sie den Lauf mit demselben Export erneut. Das ist gefahrlos, weil vorhandene Benutzer aktualisiert werden.`},"tenant.answer_unusable":{meaning:`Die Antwort des Tenants war nicht brauchbar.`,hint:`Starten Sie den Lauf mit demselben Export erneut. Das ist gefahrlos, weil vorhandene Benutzer aktualisiert werden.`},"tenant.unreachable":{meaning:`Der Tenant hat keine brauchbare Antwort gegeben.`,hint:`Starten Sie den Lauf mit demselben Export erneut, wenn der Tenant erreichbar ist. Wenn dieselben Benutzer wieder scheitern, suchen Sie nach Gemeinsamkeiten.`}};
var problem_codes=__webpack_require__(22278);
;
const ROW_CODES={"record.columns":{meaning:`The number of cells of the record differs from the header.`,hint:"Look for a missing or extra delimiter; a cell that contains the delimiter must be in quotes. `fail-above: 1%` lets a run succeed without such rows."},"record.json":{meaning:`The record is not a valid JSON object.`,hint:"Every line must contain exactly one complete JSON object; check whether the end of the line is missing. `fail-above: 1%` lets a run succeed without such rows."},"record.ldif":{meaning:`The entry of the LDIF file is incomplete or cannot be read.`,hint:"Export complete entries with all values in the file (ldapsearch -LLL, slapcat). `fail-above: 1%` lets a run succeed without such rows."},duplicate:{meaning:`The same user is in another row, which is imported.`,hint:"If both rows are the same person, there is nothing to do; otherwise correct the sub or the identifier of one of them. `duplicates: last` lets the last row count."},pilot:{meaning:`Left out of the pilot.`,hint:"Log in as some of the users of the pilot, then run again without `pilot` (in Actions with `resume-run-id`)."},unsent:{meaning:`The run ended before this row was sent.`,hint:`Run the same export again: it continues with what is not settled.`},unanswered:{meaning:`Sent, but the run ended before a usable answer arrived.`,hint:`Run the same export again: it continues with what is not settled.`},"tenant.507":{meaning:`The tenant refused the user, because a value is not valid.`,hint:`Check that the e-mail domain exists and is not a disposable one, then run again.`},"tenant.failed":{meaning:`The tenant refused the user.`,hint:`Correct the user in the source or the mapping and run again; quote the reference number to cidaas support.`},"tenant.forbidden":{meaning:`A firewall or a proxy in front of the tenant refused the user.`,hint:`A firewall or a proxy in front of the tenant rejects a value of this user. Have it allow the request, with the reference number, or correct the value; then run again.`},"tenant.answer_uncertain":{meaning:`The answer of the tenant does not show whether this user was created or updated.`,hint:`Run the same export again: create-or-update makes that safe.`},"tenant.answer_unusable":{meaning:`The answer of the tenant could not be used.`,hint:`Run the same export again: create-or-update makes that safe.`},"tenant.unreachable":{meaning:`The tenant gave no usable answer.`,hint:`Run the same export again when the tenant is available; if the same users fail again, look for what they have in common.`}};
const EN_CODES={...problem_codes.z,...ROW_CODES};
;
const TEXTS={de:DE_CODES};
function explainedRow(row,language){
if(language===`en`)return{...row,meaning:null};
const code=knownCode(row);
const own=code===null?undefined:TEXTS[language][code];
if(code===null||own===undefined)return{...row,meaning:null};
const english=EN_CODES[code];
const data=[row.message===english.meaning?null:row.message,row.hint===english.hint?null:row.hint];
const message=data.filter(text=>text!==null&&text!==``).join(` `);
return{...row,meaning:own.meaning,message:message===``?null:message,hint:own.hint}}
function codeText(code,language){
return language===`en`||!isKnown(code)?null:TEXTS[language][code]??null}
function isKnown(code){
return Object.hasOwn(EN_CODES,code)}
function knownCode({code,outcome}){
if(code===null)return null;
if(isKnown(code))return code;
if(!code.startsWith(`tenant.`))return null;
return outcome===`failed`?`tenant.failed`:`tenant.unreachable`}}),15066:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{L:()=>shareText});
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(95064);
function shareText(part,whole,words){
if(part>0&&part*100<whole)return words.text(`share.least`);
if(part<whole&&part*100>whole*99)return words.text(`share.most`);
return(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.uM)(part,whole)}}),18047:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{F:()=>concurrencyWords,X:()=>requestWords});
function concurrencyWords({concurrency},words){
if(concurrency===undefined)return null;
const{usual,highest,max}=concurrency;
return words.text(`concurrency.found`,{usual,highest,max})}
function requestWords({batches,sent,retried},words){
const purpose=batches===0?``:words.text(`requests.batches`,{n:batches});
const retries=retried===0?``:words.text(`requests.retries`,{n:retried});
return`${words.count(sent)}${purpose}${retries}`}}),32943:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{T:()=>arrivalsTable,_:()=>arrivalsSection});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
var _language_share_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(15066);
var _markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(39356);
const MAX_NAMES=100;
function arrivalsTable({arrivals},words){
if(arrivals===undefined)return``;
const rows=shares(arrivals,words).map(([what,{name,users}])=>[what,(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(name,200),words.count(users),(0,_language_share_js__WEBPACK_IMPORTED_MODULE_2__.L)(users,arrivals.users,words)]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(words.text(`arrivals.title`),columnsOf(words),rows,{caption:words.text(`arrivals.caption`,{users:arrivals.users})})}
function arrivalsSection({arrivals},words){
const all=arrivals===undefined?[]:shares(arrivals,words);
return{name:words.text(`part.arrivals`),head:[`### ${words.text(`arrivals.title`)}`,``,...(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__.P)(columnsOf(words))],items:all.map(([what,{name,users}])=>{
const share=(0,_language_share_js__WEBPACK_IMPORTED_MODULE_2__.L)(users,arrivals?.users??0,words);
return(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__.F)([what,(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(name,200)),words.count(users),share])})}}
function columnsOf(words){
const[users,share]=[words.text(`column.users`),words.text(`column.share`)];
return[words.text(`column.what`),words.text(`column.name`),`#${users}`,`#${share}`]}
function shares({statuses,passwords,fields,groups,roles,consents},words){
const kinds=[[words.text(`arrivals.status`),statuses],[words.text(`arrivals.password`),passwords],[words.text(`arrivals.field`),fields],[words.text(`arrivals.group`),groups],[words.text(`arrivals.role`),roles],[words.text(`arrivals.consent`),consents]];
return kinds.flatMap(([what,list])=>list.slice(0,MAX_NAMES).map(one=>[what,one]))}}),90721:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{g:()=>canarySection,j:()=>canaryTable});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_message_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(61533);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
var _markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(39356);
const MAX_CHARACTERS=500;
const TONES={ok:`good`,warning:`warn`,error:`bad`};
function canaryTable({canary},words){
if(canary===undefined)return``;
const rows=canary.findings.map(({outcome,severity,message,hint})=>[`<span class="outcome ${TONES[severity]}">${outcome}</span>`,(0,_html_page_message_js__WEBPACK_IMPORTED_MODULE_2__.k)((0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(message,MAX_CHARACTERS),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(hint,MAX_CHARACTERS),words)]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(words.text(`canary.title`),columnsOf(words),rows,{caption:(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(canary.proves,MAX_CHARACTERS)})}
function canarySection({canary},words){
const items=(canary?.findings??[]).map(({outcome,message,hint})=>{
return(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__.F)([outcome,(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(`${message} ${hint}`.trim(),MAX_CHARACTERS))])});
return{name:words.text(`part.canary`),head:[`### ${words.text(`canary.title`)}`,``,(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)(canary?.proves??``),``,...(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__.P)(columnsOf(words))],items}}
function columnsOf(words){
return[words.text(`column.outcome`),words.text(`canary.finding`)]}}),20385:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{D:()=>checkTable,U:()=>checkSection});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_message_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(61533);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
var _markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(39356);
const MAX_LISTED=50;
const MAX_CHARACTERS=500;
const TONES={error:`bad`,warning:`warn`,notice:`calm`};
function checkTable({check},words){
if(check===undefined)return``;
const title=words.text(`check.title`);
const caption=words.text(`check.checked`,{what:(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(check.checked.join(`, `),MAX_CHARACTERS)});
const rows=check.findings.map(({severity,code:name,subject,message,hint})=>[`<span class="outcome ${TONES[severity]}">${words.text(`check.${severity}`)}</span>`,(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(name,100),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(subject,200),(0,_html_page_message_js__WEBPACK_IMPORTED_MODULE_2__.k)((0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(message,MAX_CHARACTERS),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(hint,MAX_CHARACTERS),words)]);
if(rows.length===0)return`<section>\n<h2>${title}</h2>\n<p>${caption} ${words.text(`check.fine`)}</p>\n</section>\n`;
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(title,columnsOf(words),rows,{caption})}
function checkSection({mode,check},words){
const findings=check?.findings??[];
const items=findings.slice(0,MAX_LISTED).map(finding=>item(finding,words));
if(findings.length>MAX_LISTED)items.push(`| ${words.text(`more`,{n:findings.length-MAX_LISTED})} | | | |`);
if(mode===`check`&&check!==undefined&&items.length===0)items.push(`| ${words.text(`check.fine-row`)} | | | |`);
return{name:words.text(`part.check`),head:[`### ${words.text(`check.title`)}`,``,words.text(`check.checked`,{what:(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)(check?.checked.join(`, `)??``)}),``,...(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__.P)(columnsOf(words))],items}}
function columnsOf(words){
const wrong=words.text(`column.wrong-and-to-do`);
return[words.text(`check.severity`),words.text(`column.code`),words.text(`check.about`),wrong]}
function item({severity,code:name,subject,message,hint},words){
const what=(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(`${message} ${hint}`.trim(),MAX_CHARACTERS));
return(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__.F)([words.text(`check.${severity}`),(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)(name),(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(subject,100)),what])}}),89155:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Y:()=>deltaSection,b:()=>deltaList});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
const MAX_LISTED=1e3;
function deltaList({delta},words){
if(delta===null||delta.from===null)return``;
const state=`${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(delta.from,300)}, ${words.text(`users`,{n:delta.known})}`;
const facts=[[words.text(`delta.state`),state],...factsOf(delta,words)];
return`<section>
<h2>${words.text(`delta.title`)}</h2>
<dl>
${facts.map(([name,value])=>`<div><dt>${name}</dt><dd>${value}</dd></div>\n`).join(``)}</dl>
${missingSubs(delta.missing.subs,words)}</section>
`}
function deltaSection({delta},words){
const name=words.text(`part.delta`);
if(delta===null||delta.from===null)return{name,head:[],items:[]};
const users=words.text(`users`,{n:delta.known});
const state=`| ${words.text(`delta.state`)} | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(delta.from,300))}, ${users} |`;
return{name,head:[`### ${words.text(`delta.title`)}`,``,`| | |`,`| --- | --- |`],items:[state,...factsOf(delta,words).map(([fact,value])=>`| ${fact} | ${value} |`)]}}
function factsOf({new:fresh,changed,unchanged,missing,subChanged,recreated},words){
const first=missing.total===0?``:words.text(`delta.newly-missing`,{n:missing.new});
const facts=[[words.text(`delta.new`),words.count(fresh)],[words.text(`delta.changed`),words.count(changed)],[words.text(`delta.unchanged`),words.count(unchanged)],[words.text(`delta.missing`),`${words.count(missing.total)}${first}`],[words.text(`delta.sub`),rowsOf(subChanged,words)],[words.text(`delta.recreated`),rowsOf(recreated,words)]];
return facts.filter(([,value])=>value!==``)}
function rowsOf(rows,words){
if(rows.length===0)return``;
const first=rows.slice(0,20).join(`, `);
const all=rows.length<MAX_LISTED?words.count(rows.length):words.text(`delta.or-more`,{n:MAX_LISTED});
const more=rows.length>20?` … (${all})`:``;
return words.text(`delta.rows`,{n:rows.length,rows:`${first}${more}`})}
function missingSubs(subs,words){
if(subs.length===0)return``;
const items=subs.slice(0,MAX_LISTED).map(sub=>`<li>${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(sub,200)}</li>`);
return`<details>
<summary>${words.text(`delta.subs`)}</summary>
<ul class="subs" tabindex="0">${items.join(``)}</ul>
</details>
`}}),63245:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Y:()=>fleetSection,d:()=>fleetTable});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
var _markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(39356);
const MAX_CHARACTERS=100;
function fleetTable({fleet},words){
const rows=(fleet?.workers??[]).map(({name,batches,users,from,to})=>[(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(name,MAX_CHARACTERS),words.count(batches),words.count(users),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(from,MAX_CHARACTERS),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(to,MAX_CHARACTERS)]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(words.text(`fleet.title`),columnsOf(words),rows)}
function fleetSection({fleet},words){
return{name:words.text(`part.fleet`),head:[`### ${words.text(`fleet.title`)}`,``,...(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__.P)(columnsOf(words))],items:(fleet?.workers??[]).map(({name,batches,users,from,to})=>{
const shown=(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(name,MAX_CHARACTERS));
return(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__.F)([shown,words.count(batches),words.count(users),from,to])})}}
function columnsOf(words){
return[words.text(`fleet.process`),`#${words.text(`fleet.batches`)}`,`#${words.text(`column.users`)}`,words.text(`fleet.from`),words.text(`fleet.to`)]}}),16753:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{E:()=>leftOutTable,R:()=>leftOutSection});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_message_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(61533);
var _html_page_place_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(91725);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(69470);
var _markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(39356);
const MAX_CHARACTERS=500;
function leftOutTable({leftOut},words,links){
const rows=(leftOut??[]).map(({code:name,message,hint,rows,first})=>[words.count(rows),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_2__.aY)(name,100),(0,_html_page_message_js__WEBPACK_IMPORTED_MODULE_3__.k)((0,_html_page_place_js__WEBPACK_IMPORTED_MODULE_1__.r6)(message,links,MAX_CHARACTERS),(0,_html_page_place_js__WEBPACK_IMPORTED_MODULE_1__.r6)(hint,links,MAX_CHARACTERS),words),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_2__.Qq)(firstRows(rows,first,words),100)]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_2__.Yc)(words.text(`left-out.title`),columnsOf(words.text(`left-out.what`),words),rows)}
function leftOutSection({leftOut},words){
return{name:words.text(`part.left-out`),head:[`### ${words.text(`left-out.title`)}`,``,...(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_4__.P)(columnsOf(words.text(`column.what`),words))],items:(leftOut??[]).map(({code:name,message,rows,first})=>{
const what=(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(message,MAX_CHARACTERS));
return(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_4__.F)([words.count(rows),(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)(name),what,firstRows(rows,first,words)])})}}
function columnsOf(what,words){
return[`#${words.text(`column.rows`)}`,words.text(`column.code`),what,words.text(`column.first-rows`)]}
function firstRows(rows,first,words){
return first.map(words.count).join(`, `)+(first.length<rows?` …`:``)}}),21800:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{S:()=>loginTable,z:()=>loginSection});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_message_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(61533);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
var _markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(39356);
const MAX_CHARACTERS=700;
const TONES={proved:`good`,refused:`bad`,unproven:`warn`};
function loginTable({login},words){
if(login===undefined)return``;
const rows=login.accounts.map(({outcome,message,hint})=>[`<span class="outcome ${TONES[outcome]}">${words.text(`login.${outcome}`)}</span>`,(0,_html_page_message_js__WEBPACK_IMPORTED_MODULE_2__.k)((0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(message,MAX_CHARACTERS),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(hint,MAX_CHARACTERS),words)]);
const proofs=proofsOf(login,words).map(cells=>cells.map(cell=>(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(cell,MAX_CHARACTERS)));
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(words.text(`login.title`),[words.text(`column.outcome`),words.text(`login.login`)],rows)+(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(words.text(`login.proofs`),columnsOf(words),proofs)}
function loginSection({login},words){
const accounts=(login?.accounts??[]).map(({outcome,message,hint})=>`- ${words.text(`login.${outcome}`)}: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(`${message} ${hint}`.trim(),MAX_CHARACTERS))}`);
const proofs=login===undefined?[]:proofsOf(login,words).map(cells=>(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__.F)(cells.map(_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)));
return{name:words.text(`part.login`),head:[`### ${words.text(`login.title`)}`,``,...accounts,``,...(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__.P)(columnsOf(words))],items:proofs}}
function columnsOf(words){
return[words.text(`login.algorithm`),`#${words.text(`column.users`)}`,words.text(`login.proof`)]}
function proofsOf({algorithms},words){
return algorithms.map(({algorithm,users,proof})=>[algorithm,words.count(users),words.text(`login.by-${proof}`)])}}),59881:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{U:()=>missingSection,b:()=>missingTable});
var _changed_users_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(47790);
function missingTable(head,words){
const section=sectionOf(head,words);
return section===null?``:(0,_changed_users_js__WEBPACK_IMPORTED_MODULE_0__.Zf)(section,words)}
function missingSection(head,words){
const section=sectionOf(head,words);
return section===null?{name:words.text(`part.missing`),head:[],items:[]}:(0,_changed_users_js__WEBPACK_IMPORTED_MODULE_0__.aG)(section,words)}
function sectionOf({missing},words){
if(missing===undefined)return null;
const{users,...counts}=missing;
return{title:words.text(`missing.title`),name:words.text(`part.missing`),counts,users}}}),10100:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{B:()=>passwordSection,y:()=>passwordTable});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
var _markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(39356);
const MAX_CHARACTERS=500;
function passwordTable({passwords},words){
const rows=(passwords??[]).map(({users,algorithm,sentAs,firstLogin,sureness})=>[words.count(users),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(algorithm,100),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(sentAs,100),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(firstLogin,MAX_CHARACTERS),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(sureness,MAX_CHARACTERS)]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(words.text(`passwords.title`),columnsOf(words),rows)}
function passwordSection({passwords},words){
return{name:words.text(`part.passwords`),head:[`### ${words.text(`passwords.title`)}`,``,...(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__.P)(columnsOf(words))],items:(passwords??[]).map(({users,algorithm,sentAs,firstLogin,sureness})=>{
const texts=[firstLogin,sureness].map(sentence=>(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(sentence,MAX_CHARACTERS)));
return(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__.F)([words.count(users),(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)(algorithm),(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(sentAs,100)),...texts])})}}
function columnsOf(words){
const[sent,login]=[words.text(`passwords.sent-as`),words.text(`passwords.first-login`)];
return[`#${words.text(`column.users`)}`,words.text(`passwords.algorithm`),sent,login,words.text(`passwords.sure`)]}}),60719:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{X:()=>statusTable,w:()=>statusSection});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
var _markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(39356);
const MAX_CHARACTERS=300;
function statusTable({statuses},words){
const rows=(statuses??[]).map(({status,reason,users})=>[words.count(users),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(status,100),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(reason,MAX_CHARACTERS)]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(words.text(`statuses.title`),columnsOf(words),rows)}
function statusSection({statuses},words){
return{name:words.text(`part.statuses`),head:[`### ${words.text(`statuses.title`)}`,``,...(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__.P)(columnsOf(words))],items:(statuses??[]).map(({status,reason,users})=>{
const texts=[(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(status,100),(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(reason,MAX_CHARACTERS)].map(_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV);
return(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__.F)([words.count(users),...texts])})}}
function columnsOf(words){
return[`#${words.text(`column.users`)}`,words.text(`column.status`),words.text(`statuses.by`)]}}),99278:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{f:()=>unreadSection,m:()=>unreadTable});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
var _language_share_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(15066);
const MAX_IN_TABLE=200;
const MAX_IN_LINE=10;
function unreadTable({unread=[]},words){
const rows=unread.slice(0,MAX_IN_TABLE).map(({name,filled,rows:all,accountState})=>[`${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(name,200)}${accountState===true?`<div class="hint">${words.text(`unread.state`)}</div>`:``}`,words.text(`unread.of`,{filled,rows:all}),(0,_language_share_js__WEBPACK_IMPORTED_MODULE_2__.L)(filled,all,words)]);
const more=unread.length-rows.length;
const caption=`${words.text(`unread.caption`)}${more>0?words.text(`unread.more`,{n:more}):``}`;
const numbers=[`#${words.text(`unread.rows`)}`,`#${words.text(`unread.filled`)}`];
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(words.text(`unread.title`),[words.text(`unread.column`),...numbers],rows,{caption})}
function unreadSection({unread=[]},words){
const named=unread.slice(0,MAX_IN_LINE).map(({name,filled,rows})=>`${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(name,100))} (${(0,_language_share_js__WEBPACK_IMPORTED_MODULE_2__.L)(filled,rows,words)})`);
const more=unread.length>named.length?words.text(`unread.and-more`,{n:unread.length-named.length}):``;
const line=words.text(`unread.line`,{n:unread.length,names:named.join(`, `),more});
return{name:words.text(`part.unread`),head:[`### ${words.text(`unread.title`)}`,``],items:unread.length===0?[]:[line]}}}),77533:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{V:()=>verifiedTable,c:()=>verifiedSection});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
var _markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(39356);
const MAX_ROWS_OF_FIELD=10;
const MAX_LISTED=50;
const MAX_REASON_CHARACTERS=500;
function verifiedTable({verified},words){
if(verified===undefined)return``;
const fields=differing(verified);
const{unread}=verified;
const title=words.text(`verified.title`);
const caption=[countsOf(verified,words),...unread===null?[]:[words.text(`verified.not-compared`,{why:(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(unread,MAX_REASON_CHARACTERS)})]];
if(fields.length===0)return`<section>\n<h2>${title}</h2>\n<p>${caption.join(` `)}</p>\n</section>\n`;
const rows=fields.map(([field,users])=>[`${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(field,200)}${meaning(field,words)}`,words.count(users),rowsWith(field,verified)]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(title,columnsOf(words),rows,{caption:[...caption,hintFor(fields,words)].join(` `),className:`verified`})}
function verifiedSection({verified},words){
const name=words.text(`part.verified`);
if(verified===undefined)return{name,head:[],items:[]};
const fields=differing(verified);
const{unread}=verified;
const head=[`### ${words.text(`verified.title`)}`,``,countsOf(verified,words)];
if(unread!==null)head.push(``,words.text(`verified.not-compared`,{why:(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(unread,MAX_REASON_CHARACTERS))}));
if(fields.length===0)return{name,head:head.slice(0,2),items:head.slice(2)};
const items=fields.slice(0,MAX_LISTED).map(([field,users])=>{
const name=`${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(field,100))}${meaning(field,words)}`;
return(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__.F)([name,words.count(users),rowsWith(field,verified)])});
if(fields.length>MAX_LISTED)items.push(`| ${words.text(`more`,{n:fields.length-MAX_LISTED})} | | |`);
return{name,head:[...head,``,hintFor(fields,words),``,...(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__.P)(columnsOf(words))],items}}
function columnsOf(words){
return[words.text(`verified.field`),`#${words.text(`column.users`)}`,words.text(`column.rows`)]}
function hintFor(fields,words){
return words.text(fields.every(([field])=>field===`sub`)?`verified.not-found`:`verified.different`)}
function countsOf({asked,compared,same,missing},words){
return words.text(`verified.counts`,{n:asked,compared,same,missing})}
function meaning(field,words){
return field===`sub`?words.text(`verified.missing`):``}
function differing({fields}){
return Object.entries(fields).sort(([,a],[,b])=>b-a)}
function rowsWith(field,{rows}){
const having=rows.filter(({fields})=>fields.includes(field)).map(({row})=>row);
return`${having.slice(0,MAX_ROWS_OF_FIELD).join(`, `)}${having.length>MAX_ROWS_OF_FIELD?` …`:``}`}})};