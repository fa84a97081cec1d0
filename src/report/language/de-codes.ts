import type { CodeText } from './code-texts.ts';
import { DE_VALUE_CODES } from './de-value-codes.ts';
import type { EN_CODES } from './en-codes.ts';

/** Meaning and hint of every code in German. */
export const DE_CODES = {
  ...DE_VALUE_CODES,
  'consent.invalid': {
    meaning:
      'Eine Einwilligung hat keinen fieldKey, ihr Zustand ist nicht ACCEPTED, REVOKED oder SKIPPED, oder ein anderer Teil hat den falschen Typ.',
    hint: 'Setzen Sie fieldKey und state: `consents: [{ fieldKey: …, state: { from: …, table: { ja: ACCEPTED, nein: REVOKED } } }]`.',
  },
  'email.disposable': {
    meaning: 'Die E-Mail-Adresse gehört zu einem Anbieter von Wegwerf-Postfächern, den die meisten Tenants ablehnen.',
    hint: 'Lassen Sie diese Benutzer mit einer skip-Regel aus, oder erlauben Sie die Adressen im Tenant und schreiben Sie `rules: { email.disposable: off }`.',
  },
  'email.domain': {
    meaning:
      'Die Domain der E-Mail-Adresse hat weder einen Mailserver noch eine Adresse. Deshalb lehnt cidaas den Benutzer ab.',
    hint: 'Korrigieren Sie die Adresse im Quellsystem, oder lassen Sie solche Benutzer mit einer skip-Regel aus. `check-domains: error` macht ihre Zeilen ungültig, `check-domains: off` fragt keine Domains ab.',
  },
  'email.invalid': {
    meaning: 'Die E-Mail-Adresse ist ungültig.',
    hint: "Korrigieren Sie die Adresse im Quellsystem (eine pro Zelle), oder lassen Sie solche Werte aus: `email: { from: …, when: { from: …, matches: '^[^@\\s]+@[^@\\s]+$' } }`.",
  },
  'email.nonascii': {
    meaning:
      'Der Teil vor dem @ enthält Buchstaben außerhalb von ASCII. Das ist erlaubt, kann aber ein Tippfehler sein.',
    hint: 'Prüfen Sie die Adresse, denn der Tenant kann sie ablehnen. `rules: { email.nonascii: off }` beendet das Zählen.',
  },
  'email.unverified': {
    meaning: 'Das Quellsystem hat die E-Mail-Adresse nicht bestätigt.',
    hint: 'Legen Sie fest, wie diese Benutzer importiert werden: `unverified-email: PENDING`, VERIFIED oder skip.',
  },
  'export.incomplete': {
    meaning:
      'Laut einer Datei gibt es mehr Benutzer, als der Export enthält: Sie ist eine Seite einer Liste oder ein Teil davon.',
    hint: 'Rufen Sie auch die anderen Seiten ab, oder setzen Sie `allow-partial-export: true`, wenn nur diese Benutzer gemeint sind.',
  },
  'expr.failed': {
    meaning: 'Der Ausdruck eines Feldes ist bei diesem Datensatz fehlgeschlagen.',
    hint: 'Schlagen Sie den Fehlercode in der Dokumentation von JSONata nach und korrigieren Sie den Ausdruck, oder lesen Sie den Wert ohne Ausdruck: `from: …`.',
  },
  'expr.limit': {
    meaning:
      'Der Ausdruck eines Feldes braucht mehr als eine Sekunde, zu viel Speicher oder mehr als 1.048.576 Zeichen.',
    hint: 'Vereinfachen Sie den Ausdruck, oder lesen Sie den Wert ohne Ausdruck: `from: …`. Nach 20 solchen Datensätzen endet der Plan.',
  },
  'field.unknown': {
    meaning: 'Ein JSON-Datensatz hat Schlüssel, die keine Felder von cidaas sind, und es gibt kein Mapping für sie.',
    hint: 'Entfernen Sie die Schlüssel aus dem Export, oder verwenden Sie ein Mapping. Es übergeht Schlüssel, die es nicht nennt: `fields: { email: email }`.',
  },
  'group.admin': {
    meaning: 'Der Benutzer würde Mitglied einer Gruppe, die den Tenant verwaltet.',
    hint: 'Lassen Sie die Gruppe weg, oder schreiben Sie `allow-admin-groups: true`, wenn das gewollt ist.',
  },
  'group.incomplete': {
    meaning: 'Eine Gruppe hat keine groupId oder keine sub, oder ein anderer Teil hat den falschen Typ.',
    hint: 'Setzen Sie groupId, und ordnen Sie dem Benutzer eine sub zu, die für Gruppen nötig ist: `fields: { sub: … }`.',
  },
  'group.sub': {
    meaning: 'Eine Gruppe enthält die sub eines anderen Benutzers.',
    hint: 'Lassen Sie die sub der Gruppe weg, denn die sub des Benutzers wird eingesetzt: `groups: [{ groupId: … }]`.',
  },
  'hash.algorithm': {
    meaning: 'cidaas unterstützt den algorithmTypeId nicht.',
    hint: 'Verwenden Sie BCRYPT_1 bis BCRYPT_20, ARGON…, SHA1, SHA256, PBKDF2, HMAC… oder mit eigenem Verifier `password: { from: …, verifier: CUSTOM_… }`.',
  },
  'hash.incomplete': {
    meaning:
      'Ein Teil des Passwort-Hashes fehlt: der Algorithmus, der Hash oder ein Parameter des Algorithmus (salt, iterations, keylen).',
    hint: 'Ordnen Sie den fehlenden Teil zu, oder lassen Sie jeden Hash seine Teile selbst nennen: `password: { from: … }`. Bei Benutzern ohne Passwort lassen Sie password_hash_info mit `when` ganz weg.',
  },
  'hash.left_out': {
    meaning: 'Das Quellsystem hat ein Passwort des Benutzers, aber `when` im Mapping lässt es weg.',
    hint: 'Korrigieren Sie `when` beim Passwort, oder schreiben Sie `rules: { hash.left_out: off }`, wenn es gewollt ist.',
  },
  'hash.mismatch': {
    meaning: 'Der Passwort-Hash hat nicht das Format seines Algorithmus. Der Benutzer könnte sich nie anmelden.',
    hint: 'Prüfen Sie Spalte und Algorithmus, oder lassen Sie jeden Hash seinen Algorithmus selbst nennen: `password: { from: … }`. Der Hash muss vollständig und unverändert sein.',
  },
  'hash.missing': {
    meaning: 'Das Quellsystem hat kein Passwort des Benutzers, und das Mapping erlaubt das nicht.',
    hint: 'Lassen Sie diese Zeilen mit einer skip-Regel aus, importieren Sie sie ohne Passwort (`password: { optional: true }`), oder schreiben Sie `password: null`, wenn das System gar keine Hashes exportiert.',
  },
  'hash.no_verifier': {
    meaning: 'cidaas kann diese Art von Passwort-Hash nicht selbst prüfen, und das Mapping nennt keinen Verifier.',
    hint: 'Nennen Sie den Verifier des Tenants, `password: { verifier: CUSTOM_… }`, oder importieren Sie solche Benutzer ohne Passwort, `password: { optional: true }`.',
  },
  'hash.unrecognised': {
    meaning: 'Das Format des Passwort-Hashes ist unbekannt, oder der Hash ist abgeschnitten, maskiert oder Klartext.',
    hint: 'Prüfen Sie die Spalte, geben Sie an, wie der Hash entstand, `password: { algorithm: … }`, oder importieren Sie solche Benutzer ohne Passwort, `password: { optional: true }`.',
  },
  'identifier.invisible': {
    meaning:
      'Eine Kennung enthält ein unsichtbares Zeichen oder ein ungewöhnliches Leerzeichen, das niemand beim Login eingibt.',
    hint: "Korrigieren Sie das Quellsystem, oder entfernen Sie das Zeichen mit `replace` in der Regel des Feldes: `replace: { '[\\u200B\\u00AD]': '' }`.",
  },
  'identifier.missing': {
    meaning: 'Der Benutzer hat weder E-Mail-Adresse noch Benutzername noch Mobilnummer und könnte sich nicht anmelden.',
    hint: 'Ordnen Sie mindestens eines der Felder email, username und mobile_number zu, oder lassen Sie solche Zeilen aus: `skip: [{ reason: no identifier, when: { from: …, empty: true } }]`.',
  },
  'identifier.secret': {
    meaning: 'Der Wert sieht nach einem Passwort-Hash aus, aber das Feld ist kein Passwortfeld.',
    hint: 'Prüfen Sie, welche Spalte das Mapping liest. Wenn ihre Werte IDs sind, schreiben Sie `sub: { from: …, opaque: true }`, oder machen Sie daraus mit `uuid5` UUIDs.',
  },
  'identities.mixed': {
    meaning: 'Das Konto hat persönliche Felder, obwohl der Benutzer Identitäten hat.',
    hint: 'Verschieben Sie das Feld in die Identität, zu der es gehört: `identities: [{ provider: …, given_name: … }]`.',
  },
  'identity.conflict': {
    meaning: 'Eine andere Zeile hat dieselbe Kennung, scheint aber eine andere Person zu sein.',
    hint: 'Korrigieren Sie die Kennung oder die sub im Quellsystem, oder lassen Sie eine der Zeilen aus: `skip: [{ reason: second account, when: { from: …, is: … } }]`. Zwei Personen werden nie zusammengeführt.',
  },
  'join.unmatched': {
    meaning: 'Ein Datensatz einer verknüpften Datei passt zu keinem Datensatz des Exports.',
    hint: 'Vergleichen Sie `key` und `equals` der Verknüpfung, und exportieren Sie beide Dateien am selben Tag. `rules: { join.unmatched: off }` beendet das Zählen.',
  },
  'mfa.not_imported': {
    meaning: 'Der Benutzer hat im Quellsystem einen zweiten Faktor, der sich nicht importieren lässt.',
    hint: 'Bitten Sie diese Benutzer, ihren zweiten Faktor neu einzurichten. `rules: { mfa.not_imported: off }` beendet das Zählen.',
  },
  'path.unseen': {
    meaning: 'Kein Datensatz hat einen Wert an einem Pfad, den das Mapping verwendet.',
    hint: 'Korrigieren oder entfernen Sie den Pfad, oder geben Sie an, dass er fehlen darf: `source: { columns: optional }`.',
  },
  'pattern.limit': {
    meaning:
      'Ein Muster (`matches`, `replace`) braucht bei diesem Datensatz zu lange, oder der Text ist zu lang dafür.',
    hint: "Schreiben Sie das Muster mit weniger Wiederholungen, oder lassen Sie solche Werte aus: `when: { from: …, matches: '^.{0,1000}$' }`. Nach 20 solchen Datensätzen endet der Plan.",
  },
  'status.unread': {
    meaning:
      'Der Export hat eine Spalte, die nach dem Status eines Kontos aussieht und die keine Regel liest, oder er sagt nicht, wer gesperrt ist. Der ganze Plan wird abgelehnt.',
    hint: 'Lesen Sie die Spalte in der Regel für userStatus, führen Sie sie unter `ignore` auf, oder entscheiden Sie für alle Benutzer: `fields: { userStatus: { value: VERIFIED } }`.',
  },
  'sub.missing': {
    meaning:
      'Der Benutzer hat keine sub. Der Tenant sucht ihn anhand seiner Kennungen und vergibt bei einem neuen Benutzer eine sub.',
    hint: 'Ordnen Sie eine ID des Quellsystems zu, `fields: { sub: … }`, am besten mit `uuid5` als UUID.',
  },
  'sub.reserved': {
    meaning: 'Die sub ist ANONYMOUS. Diesen Wert gibt cidaas zurück, wenn es keinen Benutzer gibt.',
    hint: "Ordnen Sie eine sub zu, die zu dem Benutzer gehört, oder keine: `sub: { from: …, replace: { ^anonymous$: '' } }`.",
  },
  'userStatus.invalid': {
    meaning: 'cidaas kennt diesen userStatus nicht.',
    hint: 'Ordnen Sie den Wert zu: `userStatus: { from: …, table: { aktiv: VERIFIED, gesperrt: DECLINED } }`.',
  },
  'userStatus.refused': {
    meaning: 'Diesen userStatus setzt nur cidaas selbst (DELETED, LOCKED, COMBINED).',
    hint: 'Geben Sie Benutzern, die sich nicht anmelden dürfen, den Status DECLINED, und lassen Sie gelöschte Benutzer aus: `skip: [{ reason: deleted, when: { from: …, is: DELETED } }]`.',
  },
  'record.columns': {
    meaning: 'Die Zahl der Zellen des Datensatzes passt nicht zur Kopfzeile.',
    hint: 'Suchen Sie nach einem fehlenden oder überzähligen Trennzeichen. Eine Zelle, die das Trennzeichen enthält, muss in Anführungszeichen stehen. Mit `fail-above: 1%` gelingt ein Lauf auch ohne solche Zeilen.',
  },
  'record.json': {
    meaning: 'Der Datensatz ist kein gültiges JSON-Objekt.',
    hint: 'Jede Zeile muss genau ein vollständiges JSON-Objekt enthalten. Prüfen Sie, ob das Ende der Zeile fehlt. Mit `fail-above: 1%` gelingt ein Lauf auch ohne solche Zeilen.',
  },
  'record.ldif': {
    meaning: 'Der Eintrag der LDIF-Datei ist unvollständig oder nicht lesbar.',
    hint: 'Exportieren Sie vollständige Einträge mit allen Werten in der Datei (ldapsearch -LLL, slapcat). Mit `fail-above: 1%` gelingt ein Lauf auch ohne solche Zeilen.',
  },
  duplicate: {
    meaning: 'Derselbe Benutzer steht in einer anderen Zeile, die importiert wird.',
    hint: 'Wenn beide Zeilen dieselbe Person sind, ist nichts zu tun. Sonst korrigieren Sie die sub oder die Kennung in einer der Zeilen. Mit `duplicates: last` zählt die letzte Zeile.',
  },
  pilot: {
    meaning: 'Die Zeile gehört nicht zum Pilot.',
    hint: 'Melden Sie sich als einige Benutzer des Pilots an, und starten Sie den Lauf dann ohne `pilot` (in Actions mit `resume-run-id`).',
  },
  unsent: {
    meaning: 'Der Lauf endete, bevor diese Zeile gesendet wurde.',
    hint: 'Starten Sie den Lauf mit demselben Export erneut. Er macht mit den Zeilen weiter, die noch nicht erledigt sind.',
  },
  unanswered: {
    meaning: 'Die Zeile wurde gesendet, aber der Lauf endete vor einer brauchbaren Antwort.',
    hint: 'Starten Sie den Lauf mit demselben Export erneut. Er macht mit den Zeilen weiter, die noch nicht erledigt sind.',
  },
  'tenant.507': {
    meaning: 'Der Tenant hat den Benutzer abgelehnt, weil ein Wert nicht gültig ist.',
    hint: 'Prüfen Sie, ob die E-Mail-Domain existiert und keine Wegwerf-Domain ist. Starten Sie den Lauf dann erneut.',
  },
  'tenant.failed': {
    meaning: 'Der Tenant hat den Benutzer abgelehnt.',
    hint: 'Korrigieren Sie den Benutzer im Quellsystem oder im Mapping und starten Sie den Lauf erneut. Nennen Sie dem Support von cidaas die Referenznummer.',
  },
  'tenant.forbidden': {
    meaning: 'Eine Firewall oder ein Proxy vor dem Tenant hat den Benutzer abgelehnt.',
    hint: 'Lassen Sie die Anfrage anhand der Referenznummer freigeben, oder korrigieren Sie den Wert. Starten Sie den Lauf dann erneut.',
  },
  'tenant.answer_uncertain': {
    meaning: 'Die Antwort des Tenants zeigt nicht, ob dieser Benutzer angelegt oder aktualisiert wurde.',
    hint: 'Starten Sie den Lauf mit demselben Export erneut. Das ist gefahrlos, weil vorhandene Benutzer aktualisiert werden.',
  },
  'tenant.answer_unusable': {
    meaning: 'Die Antwort des Tenants war nicht brauchbar.',
    hint: 'Starten Sie den Lauf mit demselben Export erneut. Das ist gefahrlos, weil vorhandene Benutzer aktualisiert werden.',
  },
  'tenant.unreachable': {
    meaning: 'Der Tenant hat keine brauchbare Antwort gegeben.',
    hint: 'Starten Sie den Lauf mit demselben Export erneut, wenn der Tenant erreichbar ist. Wenn dieselben Benutzer wieder scheitern, suchen Sie nach Gemeinsamkeiten.',
  },
} as const satisfies { readonly [code in keyof typeof EN_CODES]: CodeText };
