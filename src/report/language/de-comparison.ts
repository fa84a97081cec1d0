/** The German words for the comparison of two mappings. */
export const DE_COMPARISON = {
  'compared.title': 'Was dieses Mapping ändert',
  'compared.moves': 'Zeilen mit anderem Ergebnis',
  'compared.fields': 'Anders gesendete Felder',
  'compared.warnings': 'Mehr oder weniger Warnungen',
  'compared.values': 'Vorher → jetzt',
  'compared.rows-before': 'Zeilen vorher',
  'compared.not-read': 'nicht gelesen',
  'compared.not-sent': 'nicht gesendet',
  'compared.blank': 'leer',
  'compared.example': { one: '({n} Benutzer, zuerst {place})', other: '({n} Benutzer, zuerst {place})' },
  'compared.not': 'Nicht verglichen mit {name}: {why}',
  'compared.nothing':
    'Verglichen mit {name} ändert sich nichts: Jede Zeile behält ihr Ergebnis, und jeder Benutzer wird wie bisher gesendet.',
  'compared.with': 'Verglichen mit {name}: {parts}.',
  'compared.same': { one: ' {n} Zeile bleibt gleich.', other: ' {n} Zeilen bleiben gleich.' },
  'compared.differently': { one: '{n} Benutzer wird anders gesendet', other: '{n} Benutzer werden anders gesendet' },
  'compared.changed': '{users} geändert',
  'compared.changed-how': '{users} geändert ({how})',
  'compared.added': '{users} neu gesendet',
  'compared.removed': '{users} nicht mehr gesendet',
  'moved.newly invalid': { one: '{n} Zeile ist neu ungültig', other: '{n} Zeilen sind neu ungültig' },
  'moved.newly valid': { one: '{n} Zeile ist neu gültig', other: '{n} Zeilen sind neu gültig' },
  'moved.newly skipped': { one: '{n} Zeile wird neu ausgelassen', other: '{n} Zeilen werden neu ausgelassen' },
  'moved.no longer skipped': {
    one: '{n} Zeile wird nicht mehr ausgelassen',
    other: '{n} Zeilen werden nicht mehr ausgelassen',
  },
  'moved.newly duplicate': { one: '{n} Zeile ist neu doppelt', other: '{n} Zeilen sind neu doppelt' },
  'moved.no longer duplicate': { one: '{n} Zeile ist nicht mehr doppelt', other: '{n} Zeilen sind nicht mehr doppelt' },
  'moved.another reason': {
    one: '{n} Zeile fällt aus einem anderen Grund weg',
    other: '{n} Zeilen fallen aus einem anderen Grund weg',
  },
  'moved.newly read': { one: '{n} Zeile wird neu gelesen', other: '{n} Zeilen werden neu gelesen' },
  'moved.no longer read': { one: '{n} Zeile wird nicht mehr gelesen', other: '{n} Zeilen werden nicht mehr gelesen' },
  'move.newly invalid': 'neu ungültig',
  'move.newly valid': 'neu gültig',
  'move.newly skipped': 'neu ausgelassen',
  'move.no longer skipped': 'nicht mehr ausgelassen',
  'move.newly duplicate': 'neu doppelt',
  'move.no longer duplicate': 'nicht mehr doppelt',
  'move.another reason': 'anderer Grund',
  'move.newly read': 'neu gelesen',
  'move.no longer read': 'nicht mehr gelesen',
  'alert.sub': {
    one: 'Die sub von {n} Benutzer ändert sich: cidaas behandelt ihn als neue Person, und das Konto mit der alten sub bleibt bestehen.',
    other:
      'Die sub von {n} Benutzern ändert sich: cidaas behandelt sie als neue Personen, und die Konten mit der alten sub bleiben bestehen.',
  },
  'alert.no-password': {
    one: 'Das Passwort von {n} Benutzer wird nicht mehr gesendet. Er kann sich damit nicht anmelden.',
    other: 'Die Passwörter von {n} Benutzern werden nicht mehr gesendet. Sie können sich damit nicht anmelden.',
  },
  'alert.password': {
    one: 'Das Passwort von {n} Benutzer wird anders gesendet. Testen Sie seinen Login, bevor Sie alle senden.',
    other: 'Die Passwörter von {n} Benutzern werden anders gesendet. Testen Sie einige Logins, bevor Sie alle senden.',
  },
  'alert.identifier': {
    one: 'Eine Kennung (E-Mail-Adresse, Benutzername oder Mobilnummer) von {n} Benutzer ändert sich. Er muss sich mit der neuen anmelden.',
    other:
      'Eine Kennung (E-Mail-Adresse, Benutzername oder Mobilnummer) von {n} Benutzern ändert sich. Sie müssen sich mit der neuen anmelden.',
  },
  'alert.status': {
    one: 'Der Status von {n} Benutzer ändert sich. Er entscheidet, ob sich der Benutzer anmelden kann.',
    other: 'Der Status von {n} Benutzern ändert sich. Er entscheidet, ob sie sich anmelden können.',
  },
  'alert.lost': {
    one: '{n} Zeile, die vorher gesendet worden wäre, ist jetzt ungültig.',
    other: '{n} Zeilen, die vorher gesendet worden wären, sind jetzt ungültig.',
  },
} as const;
