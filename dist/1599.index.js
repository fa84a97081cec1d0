export const id=1599;
export const ids=[1599];
export const modules={51599:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{PRESET_TEXTS:()=>PRESET_TEXTS});
const PRESET_TEXTS={"german-csv":`# Lists from in-house databases and office programs, with German column names in any of their spellings.
source:
  header:
    with:
      - E-Mail
      - Mail
      - E-Mail-Adresse
      - Mailadresse
      - Anrede
      - Vorname
      - Nachname
      - Familienname
      - Name
      - Vor- und Nachname
      - Konto
      - Straße
      - PLZ
      - Postleitzahl
      - Ort
      - Wohnort
      - Telefon
      - Mobil
      - Handy
      - Geburtsdatum
      - Kundennummer
      - Kd-Nr.
      - Mitgliedsnummer
  columns: loose
  empty: ['-', 'k.A.', 'k. A.']

# Of numbers without country code, if the record names no country.
phone-region: DE

fields:
  email: { first: [E-Mail, E-Mail-Adresse, Mail, Mailadresse, E-Mail privat, E-Mail 1, E-Mail geschäftlich] }
  username: { first: [Benutzername, Benutzerkennung, Loginname, Login] }
  given_name:
    # Programs write the columns of DATEV in several spellings.
    - { first: [Vorname, Rufname, Vornamen, Vorname (Adressattyp natürl. Person), Vorname (Adressatentyp natürl. Person), Vorname (Adressattyp natürliche Person), Vorname (Adressatentyp natürliche Person), Vorname (natürl. Person), Vorname (natürliche Person)] }
    - { first: &whole-name [Vor- und Nachname, Vor- und Zuname, Vorname und Nachname, Vorname Nachname, Vollständiger Name, Voller Name, 'Name, Vorname', 'Nachname, Vorname'], namePart: given }
    - { from: Name, when: { from: Name, matches: '^[^,]+,[^,]+$' }, namePart: given }
  family_name:
    - { first: [Nachname, Familienname, Zuname, Name (Adressattyp natürl. Person), Name (Adressatentyp natürl. Person), Name (Adressattyp natürliche Person), Name (Adressatentyp natürliche Person), Name (natürl. Person), Name (natürliche Person), Nachname (Adressattyp natürl. Person), Nachname (Adressatentyp natürl. Person), Nachname (Adressattyp natürliche Person), Nachname (Adressatentyp natürliche Person), Nachname (natürl. Person), Nachname (natürliche Person)] }
    - { from: Name, when: { from: Vorname, empty: false } }
    - { first: *whole-name, namePart: family }
    - { from: Name, when: { from: Name, matches: '^[^,]+,[^,]+$' }, namePart: family }
    # Without a column for the given name, "Name" may be a whole name in either order, or a company.
    - { first: [Name, Name (Adressattyp keine Angabe), Name (Adressatentyp keine Angabe)], unread: true }
  gender:
    - { from: Geschlecht, case: lower, table: { m: male, w: female, d: diverse, männlich: male, weiblich: female, divers: diverse }, else: null }
    - { from: Anrede, case: lower, table: { herr: male, herrn: male, hr.: male, hr: male, frau: female, fr.: female, fr: female, divers: diverse }, else: null }
  birthdate:
    first: [Geburtsdatum, Geb.-Datum, Geburtstag, Geboren am, geb. am, Geb.]
    # Placeholders, and the midnight that databases write behind a date.
    replace: { '^0+[.-]0+[.-]0+.*$': '', '^0+$': '', '[T ]00:00(?::00(?:[.,]0+)?)?$': '' }
    date: [d.M.yyyy, iso, ddMMyyyy]
  mobile_number:
    first: [Mobil, Handy, Mobiltelefon, Mobilnummer, Handynummer, Mobilfunk, Telefon mobil, Tel. mobil]
    phone: true
  phone_number: { first: [Telefon, Telefonnummer, Tel., Tel.-Nr., Festnetz, Telefon privat, Rufnummer] }
  address.street_address:
    - { concat: [Straße, Str., Hausnummer, Hausnr., Hausnummernzusatz], when: { any: [{ from: Straße, empty: false }, { from: Str., empty: false }] } }
    - { first: [Straße und Hausnummer, Straße/Hausnr., Straße + Nr., Anschrift, Adresse] }
  address.postal_code: { first: [PLZ, Postleitzahl] }
  address.locality: { first: [Ort, Stadt, Wohnort, Ortsname] }
  address.region: { from: Bundesland }
  address.country: { first: [Land, Länderkennzeichen, LKZ, Staat] }
  locale:
    from: Sprache
    case: lower
    table: { de: de, deu: de, deutsch: de, german: de, en: en, eng: en, englisch: en, english: en, fr: fr, französisch: fr, it: it, italienisch: it, nl: nl, niederländisch: nl, pl: pl, polnisch: pl, tr: tr, türkisch: tr, es: es, spanisch: es }
    else: null
  website: { first: [Website, Webseite, Homepage, Internetseite, Internet], replace: { '^www\\.': 'https://www.' } }
  createdTime:
    first: [Angelegt am, Erstellt am, Erstelldatum, Anlagedatum, Registriert am, Registrierungsdatum, Kunde seit, Mitglied seit, Eintritt, Eintrittsdatum]
    replace: { '^0+[.-]0+[.-]0+.*$': '' }
    instant: ['d.M.yyyy HH:mm:ss', 'd.M.yyyy HH:mm', d.M.yyyy, iso]
    zone: Europe/Berlin
  lastLoggedInTime:
    first: [Letzter Login, Letzte Anmeldung, Zuletzt angemeldet]
    replace: { '^0+[.-]0+[.-]0+.*$': '' }
    instant: ['d.M.yyyy HH:mm:ss', 'd.M.yyyy HH:mm', d.M.yyyy, iso]
    zone: Europe/Berlin
  # Each column that may say so is looked at; what is not a clear no blocks, what is not a clear yes does not let in.
  userStatus:
    - { from: gesperrt, case: lower, table: &no { '0': null, n: null, nein: null, no: null, f: null, false: null, falsch: null }, else: DECLINED }
    - { from: Sperre, case: lower, table: *no, else: DECLINED }
    - { from: Sperrkennzeichen, case: lower, table: *no, else: DECLINED }
    - { from: blockiert, case: lower, table: *no, else: DECLINED }
    - { from: deaktiviert, case: lower, table: *no, else: DECLINED }
    - { from: inaktiv, case: lower, table: *no, else: DECLINED }
    - { from: gelöscht, case: lower, table: *no, else: DECLINED }
    - { from: Löschkennzeichen, case: lower, table: *no, else: DECLINED }
    - { from: ist gesperrt, case: lower, table: *no, else: DECLINED }
    - { from: Konto gesperrt, case: lower, table: *no, else: DECLINED }
    - { from: Zugang gesperrt, case: lower, table: *no, else: DECLINED }
    - { from: Kontosperre, case: lower, table: *no, else: DECLINED }
    # Dates, of which one with nothing but zeros is none. A text that is no date blocks too (gesperrt seit: unbefristet).
    - { value: DECLINED, when: { from: gesperrt am, matches: '^(?!(?i:n|nein|nie|no|f|false|falsch|[-–—0./: ]+)$).+$' } }
    - { value: DECLINED, when: { from: gesperrt seit, matches: '^(?!(?i:n|nein|nie|no|f|false|falsch|[-–—0./: ]+)$).+$' } }
    - { value: DECLINED, when: { from: Sperrdatum, matches: '^(?!(?i:n|nein|nie|no|f|false|falsch|[-–—0./: ]+)$).+$' } }
    - { value: DECLINED, when: { from: deaktiviert am, matches: '^(?!(?i:n|nein|nie|no|f|false|falsch|[-–—0./: ]+)$).+$' } }
    - { value: DECLINED, when: { from: gelöscht am, matches: '^(?!(?i:n|nein|nie|no|f|false|falsch|[-–—0./: ]+)$).+$' } }
    - { value: DECLINED, when: { from: Löschdatum, matches: '^(?!(?i:n|nein|nie|no|f|false|falsch|[-–—0./: ]+)$).+$' } }
    - { from: aktiv, case: lower, table: &yes { '1': null, j: null, ja: null, y: null, yes: null, x: null, true: null, t: null, wahr: null, aktiv: null }, else: DECLINED, default: DECLINED }
    - { from: freigeschaltet, case: lower, table: *yes, else: DECLINED, default: DECLINED }
    - { from: ist aktiv, case: lower, table: *yes, else: DECLINED, default: DECLINED }
    - { from: Konto aktiv, case: lower, table: *yes, else: DECLINED, default: DECLINED }
    - from: Status
      case: lower
      table: &status
        aktiv: null
        active: null
        freigeschaltet: null
        inaktiv: DECLINED
        inactive: DECLINED
        gesperrt: DECLINED
        blockiert: DECLINED
        deaktiviert: DECLINED
        gelöscht: DECLINED
        gekündigt: DECLINED
        ausgetreten: DECLINED
        verstorben: DECLINED
    - { from: Kundenstatus, case: lower, table: *status }
    - { from: Kontostatus, case: lower, table: *status }
    - { from: Benutzerstatus, case: lower, table: *status }
    - { from: Mitgliedsstatus, case: lower, table: *status }
    - { value: VERIFIED }

password:
  first: [Passwort-Hash, Passworthash, Passwort, Kennwort, Password]
`,"keycloak":`# Realm exports of Keycloak and Red Hat SSO: a realm, an array of realms, files of users, or the list of the Admin API.
source:
  records: [users, '[].users']
  columns: optional

skip:
  - reason: service account
    when:
      any:
        - { from: serviceAccountClientId, empty: false }
        - { from: serviceAccountClientLink, empty: false }
        - { from: username, matches: '^service-account-' }

fields:
  sub: id
  email: email
  # A realm that logs in by e-mail address repeats it here.
  username: { from: username, when: { from: username, matches: '^[^@]+$' } }
  given_name: firstName
  family_name: lastName
  locale: 'attributes.locale[0]'
  createdTime: { from: createdTimestamp, instant: epoch }
  userStatus: { from: enabled, table: { true: VERIFIED, false: DECLINED }, empty: refuse }

status-source:
  - any: enabled
    how: Export the key \`enabled\`

identities:
  - each: federatedIdentities
    provider:
      from: each.identityProvider
      table:
        apple: apple
        facebook: facebook
        github: github
        google: google
        instagram: instagram
        linkedin: linkedin
        microsoft: microsoft
        paypal: paypal
        twitter: twitter
    providerUserId: each.userId

email-verified: { from: emailVerified, is: true }

mfa-set-up:
  any:
    - { from: totp, matches: '^(?!(?i:false|f|falsch|no|n|nein|0(?:\\.0)?)$).+$' }
    - { from: 'credentials[type=otp].type', empty: false }
    - { from: 'credentials[type=webauthn].type', empty: false }
    - { from: 'credentials[type=webauthn-passwordless].type', empty: false }
    - { from: 'credentials[type=recovery-authn-codes].type', empty: false }
    # Before Keycloak 8.
    - { from: 'credentials[type=totp].type', empty: false }
    - { from: 'credentials[type=hotp].type', empty: false }

password:
  from: credentials
  # Whoever logs in through another provider only has no password to lose.
  passwordless: { from: federatedIdentities, empty: false }
  unproven: none
`,"shopware5":`# Customers exported by the ImportExport plugin of Shopware 5 (profile default_customers), which contains the hashes.
source:
  columns: optional

skip:
  - { reason: guest account, when: { from: accountmode, matches: '^(?i:true|t|wahr|yes|y|ja|j|x|1(?:\\.0)?)$' } }

# Of numbers without country code, if the record names no country.
phone-region: DE

fields:
  email: email
  given_name: { first: [billing_firstname, firstname] }
  family_name: { first: [billing_lastname, lastname] }
  gender:
    first: [billing_salutation, salutation]
    table: { mr: male, ms: female, mrs: female }
    else: null
  birthdate: { from: birthday, replace: { '^0000-00-00.*$': '' }, date: [iso, d.M.yyyy] }
  phone_number: { first: [billing_phone, phone] }
  address.street_address: { first: [billing_street, street] }
  address.postal_code: { first: [billing_zipcode, zipcode] }
  address.locality: { first: [billing_city, city] }
  # Ids of a new shop; those of other countries are left out.
  address.country: { from: billing_countryID, table: { '2': DE, '23': AT, '26': CH }, else: null }
  userStatus: { from: active, table: { '1': VERIFIED, '0': DECLINED }, empty: refuse }

status-source:
  - any: active
    how: Export the column \`active\`

password:
  from: password
  algorithm:
    from: encoder
    case: lower
    table: { bcrypt: auto, argon2: auto, argon2i: auto, argon2id: auto, sha256: auto, md5: shopware-md5, legacybackendmd5: shopware-md5 }
`,"shopware6":`# Customers exported by the import/export module of Shopware 6 (profile default_customer). It holds no hashes: these come from
# the database, as a second file that is joined by id.
source:
  columns: optional

join:
  hashes:
    key: { from: id, case: lower, replace: { '-': '', '^0x': '' } }
    equals: { from: id, case: lower, replace: { '-': '' } }

skip:
  - { reason: guest account, when: { from: guest, matches: '^(?i:true|t|wahr|yes|y|ja|j|1(?:\\.0)?)$' } }

# Of numbers without country code, if the record names no country.
phone-region: DE

fields:
  # Shopware writes its UUIDs without hyphens.
  sub:
    from: id
    case: lower
    replace: { '^([0-9a-fA-F]{8})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{4})-?([0-9a-fA-F]{12})$': '$1-$2-$3-$4-$5' }
  email: email
  given_name: { first: [first_name, billing_first_name] }
  family_name: { first: [last_name, billing_last_name] }
  gender: { from: salutation, table: { mr: male, mrs: female, ms: female }, else: null }
  birthdate: { from: birthday, replace: { '^0000-00-00.*$': '' }, date: iso }
  phone_number: { first: [billing_phone_number, billing_phone] }
  address.street_address: billing_street
  address.postal_code: { first: [billing_zipcode, billing_zip] }
  address.locality: billing_city
  address.country: { first: [billing_country, billing_country_iso] }
  locale: { from: language, when: { from: language, matches: '^[a-z]{2}(?:[-_][A-Z]{2})?$' } }
  userStatus: { from: active, table: { '1': VERIFIED, 'true': VERIFIED, '0': DECLINED, 'false': DECLINED }, empty: refuse }

status-source:
  - any: active
    how: Export the column \`active\`

password:
  first: [hashes.password, hashes.legacy_password, password, legacy_password]
  algorithm:
    first: [hashes.legacy_encoder, legacy_encoder]
    case: lower
    table: { md5: shopware-md5 }
    else: auto
`,"sap-cdc":`# Accounts of SAP Customer Data Cloud (Gigya): the answer of accounts.search, or the JSON that IdentitySync writes.
source:
  records: [results, accounts, '[].results', '[].accounts']
  columns: optional

skip:
  - { reason: lite account, when: { from: isRegistered, matches: '^(?i:false|f|falsch|no|n|nein|0(?:\\.0)?)$' } }

fields:
  # Ids of site accounts are 32 hexadecimal digits.
  sub: { from: UID, opaque: true }
  email: { first: ['loginIDs.emails[0]', profile.email, 'emails.verified[0]', 'emails.unverified[0]'] }
  username: { from: loginIDs.username, when: { from: loginIDs.username, matches: '^[^@]+$' } }
  given_name: profile.firstName
  family_name: profile.lastName
  nickname: profile.nickname
  gender: { from: profile.gender, table: { m: male, f: female }, else: null }
  # Three numbers, of which often some are missing.
  birthdate:
    concat: [profile.birthYear, profile.birthMonth, profile.birthDay]
    separator: '-'
    when:
      - { from: profile.birthYear, empty: false }
      - { from: profile.birthMonth, empty: false }
      - { from: profile.birthDay, empty: false }
    date: yyyy-M-d
  mobile_number: { from: 'profile.phones[type=mobile].number', phone: true }
  phone_number: { first: ['profile.phones[type=home].number', 'profile.phones[type=phone].number', profile.phones.number] }
  address.street_address: profile.address
  address.postal_code: profile.zip
  address.locality: profile.city
  address.region: profile.state
  address.country: profile.country
  locale: { first: [profile.locale, profile.languages], when: { any: [{ from: profile.locale, empty: false }, { from: profile.languages, matches: '^[a-zA-Z]{2}(?:[-_][a-zA-Z]{2})?$' }] } }
  # The text first: the numbers are seconds in some answers and milliseconds in others.
  createdTime: { first: [created, createdTimestamp], instant: [iso, epoch], zone: UTC }
  lastLoggedInTime: { first: [lastLogin, lastLoginTimestamp], instant: [iso, epoch], zone: UTC }
  userStatus:
    - { from: isLockedOut, case: lower, table: { true: DECLINED, '1': DECLINED, false: null, '0': null } }
    - { from: isActive, table: { true: VERIFIED, false: DECLINED }, empty: refuse }

status-source:
  - any: isActive
    how: Ask for \`isActive\` and \`isLockedOut\`

identities:
  - each: identities
    provider:
      from: each.provider
      table:
        site: null
        amazon: amazon
        apple: apple
        facebook: facebook
        google: google
        googleplus: google
        instagram: instagram
        line: line
        linkedin: linkedin
        microsoft: microsoft
        paypal: paypal
        twitter: twitter
        yahoo: yahoo
    providerUserId: each.providerUID

# The account is verified when one of its addresses is; what counts is the address that is imported.
email-verified:
  - { from: isVerified, is: true }
  - { from: emails.unverified, excludes: &email ['loginIDs.emails[0]', profile.email, 'emails.verified[0]', 'emails.unverified[0]'] }
  - { from: loginIDs.unverifiedEmails, excludes: *email }

mfa-set-up: { from: tfaStatus, matches: '^(?!(?i:none|forceoff|false|0)$).+' }

password:
  # Files that were made for an import have the keys of the password in the account itself.
  first: [password, $]
  # Whoever logs in through other providers only.
  passwordless:
    - { from: 'identities[provider=site].provider', empty: true }
    - { from: loginProvider, not: site }
    - any: [{ from: socialProviders, empty: true }, { from: socialProviders, matches: '^(?!.*\\bsite\\b)' }]
  # Each hash names its algorithm and its format.
  unproven: none
`,"azure-b2c":`# Users of Azure AD B2C and Microsoft Entra, as Microsoft Graph lists them (it must be asked for its fields, see the docs) or as
# the portal's "Download users" writes them.
source:
  records: [value, '[].value']
  columns: optional

skip:
  - { reason: guest of another directory, when: { any: [{ from: userType, matches: '^(?i:guest)$' }, { from: userPrincipalName, matches: '#EXT#' }] } }

fields:
  sub: { first: [id, objectId] }
  # The address to log in with stands in the identities; mail is often empty, and userPrincipalName is none.
  email:
    first:
      - 'identities[signInType=emailAddress].issuerAssignedId'
      - 'identities[signInType=emailAddress1].issuerAssignedId'
      - mail
      - 'otherMails[0]'
      - alternateEmailAddress
  username: 'identities[signInType=userName].issuerAssignedId'
  given_name:
    - { from: givenName }
    - { from: displayName, when: { from: surname, empty: true }, namePart: given }
  family_name:
    - { from: surname }
    - { from: displayName, when: { from: givenName, empty: true }, namePart: family }
  phone_number: { first: [mobilePhone, 'businessPhones[0]', telephoneNumber] }
  address.street_address: streetAddress
  address.postal_code: postalCode
  address.locality: city
  address.region: state
  address.country: country
  locale: { from: preferredLanguage, when: { from: preferredLanguage, matches: '^[a-zA-Z]{2,3}(?:[-_][a-zA-Z]{2,4})?$' } }
  createdTime: { from: createdDateTime, instant: [iso, 'M/d/yyyy h:mm:ss a'], zone: UTC }
  lastLoggedInTime: { from: signInActivity.lastSignInDateTime, instant: iso, zone: UTC }
  userStatus:
    from: accountEnabled
    case: lower
    table: { true: VERIFIED, false: DECLINED }
    empty: refuse

status-source:
  - any: accountEnabled
    how: Ask Microsoft Graph for \`accountEnabled\` with \`$select\`

identities:
  - each: identities
    provider:
      from: each.issuer
      when: { from: each.signInType, is: federated }
      case: lower
      table:
        amazon.com: amazon
        apple.com: apple
        facebook.com: facebook
        github.com: github
        google.com: google
        linkedin.com: linkedin
        live.com: microsoft
        twitter.com: twitter
    providerUserId: each.issuerAssignedId
`,"auth0":`# User exports of Auth0: NDJSON or CSV. They never hold hashes: these come from Auth0's support as a second file.
source:
  # A page of the Management API with totals; exports are lines or CSV.
  records: [users, '[].users']
  columns: optional
  unquote: "'"

join:
  hashes:
    key: { first: ['_ID."$oid"', '_id."$oid"', _id, user_id], replace: { '^auth0\\|': '' } }
    equals: { first: [user_id, Id], replace: { '^auth0\\|': '' } }

fields:
  sub: { first: [user_id, Id] }
  email: { first: [email, Email] }
  username: { first: [username, Username], when: { any: [{ from: username, matches: '^[^@]+$' }, { from: Username, matches: '^[^@]+$' }] } }
  mobile_number: { first: [phone_number, Phone Number], phone: true }
  # Without these, the last word of the name is taken for the family name; often the name is the address.
  given_name:
    - { first: [given_name, Given Name] }
    - { first: [name, Name], when: [{ from: family_name, empty: true }, { from: Family Name, empty: true }], namePart: given }
  family_name:
    - { first: [family_name, Family Name] }
    - { first: [name, Name], when: [{ from: given_name, empty: true }, { from: Given Name, empty: true }], namePart: family }
  nickname: { first: [nickname, Nickname] }
  locale: { first: [locale, Locale] }
  createdTime: { first: [created_at, Created At], instant: iso }
  lastLoggedInTime: { first: [last_login, Last Login], instant: iso }
  userStatus:
    # JSON names it only for users who are blocked; in CSV the column must have been chosen.
    - { first: [blocked, Blocked], case: lower, table: { true: DECLINED, false: VERIFIED } }
    - { value: VERIFIED }

status-source:
  - any: [blocked, Blocked]
    only: csv
    how: Export the field \`blocked\`
  # The extension for exports writes each chosen field for every user, under a label.
  - any: [Blocked, blocked]
    where: Id
    how: Export the field \`blocked\`

identities:
  - each: identities
    provider:
      from: each.provider
      table:
        auth0: null
        email: null
        sms: null
        amazon: amazon
        apple: apple
        facebook: facebook
        github: github
        google-oauth2: google
        instagram: instagram
        linkedin: linkedin
        line: line
        paypal: paypal
        twitter: twitter
        windowslive: microsoft
        yahoo: yahoo
    providerUserId: each.user_id

email-verified:
  any:
    - { from: email_verified, is: [true, 'True'] }
    - { from: Email Verified, is: [true, 'True'] }

mfa-set-up: { from: multifactor, empty: false }

password:
  from: hashes
  # Only the users of Auth0's own databases have a password.
  passwordless:
    - any: [{ from: user_id, empty: true }, { from: user_id, matches: '^(?!auth0\\|)' }]
    - any: [{ from: Id, empty: true }, { from: Id, matches: '^(?!auth0\\|)' }]
    - { from: 'identities[provider=auth0].user_id', empty: true }
  unproven: none
`,"akamai":`# Users of Akamai Identity Cloud (Janrain): the answer of entity.find, one object a line, or a dataload CSV with dotted columns.
source:
  records: [results, '[].results']
  columns: optional

fields:
  sub: uuid
  email: email
  username: { from: username, when: { from: username, matches: '^[^@]+$' } }
  given_name: givenName
  family_name: familyName
  middle_name: middleName
  nickname: displayName
  gender: { from: gender, case: lower, table: { male: male, m: male, female: female, f: female }, else: null }
  birthdate: { from: birthday, replace: { '^0000-00-00.*$': '', '[T ]00:00:00.*$': '' }, date: [iso, M/d/yyyy] }
  mobile_number: { from: mobileNumber, phone: true }
  phone_number: primaryAddress.phone
  address.street_address: { concat: [primaryAddress.address1, primaryAddress.address2] }
  address.postal_code: primaryAddress.zip
  address.locality: primaryAddress.city
  address.region: primaryAddress.stateAbbreviation
  address.country: primaryAddress.country
  createdTime: { from: created, instant: iso, zone: UTC }
  lastLoggedInTime: { from: lastLogin, instant: iso, zone: UTC }
  userStatus:
    - { value: DECLINED, when: { from: deactivateAccount, empty: false } }
    - { value: VERIFIED }

identities:
  - each: profiles
    provider:
      from: each.domain
      case: lower
      table:
        apple.com: apple
        appleid.apple.com: apple
        facebook.com: facebook
        google.com: google
        googleplus.com: google
        linkedin.com: linkedin
        live.com: microsoft
        microsoft.com: microsoft
        paypal.com: paypal
        twitter.com: twitter
        yahoo.com: yahoo
    # A URL that ends with the id.
    providerUserId: { from: each.identifier, replace: { '^.*[/=]': '' } }

status-source:
  - any: deactivateAccount
    only: csv
    how: Export the column \`deactivateAccount\`
  # JSON may leave it out for users who are not blocked.
  - any: deactivateAccount
    missing: warn
    how: Export the key \`deactivateAccount\`

email-verified: { from: emailVerified, empty: false }

password:
  from: password
  passwordless: { from: profiles, empty: false }
  # Each value names its type.
  unproven: none
`,"ldif":`# Persons of an LDAP directory or Active Directory, as LDIF. Operational attributes say who is locked: export them too, see the docs.
source:
  format: ldif
  columns: optional

skip:
  - reason: no person
    when: { from: objectclass, lacks: [person, inetorgperson, organizationalperson, user, posixaccount, account] }
  - { reason: computer, when: { from: objectclass, has: computer } }
  - { reason: contact without login, when: { from: objectclass, has: contact } }

fields:
  sub: { first: ['entryuuid[0]', 'objectguid[0]', 'ipauniqueid[0]', 'guid[0]'] }
  email: { first: ['mail[0]', 'rfc822mailbox[0]'] }
  username: { first: ['uid[0]', 'samaccountname[0]'] }
  given_name:
    - { first: ['givenname[0]', 'gn[0]'] }
    - { from: 'displayname[0]', when: [{ from: sn, empty: true }, { from: surname, empty: true }], namePart: given }
  family_name:
    - { first: ['sn[0]', 'surname[0]'] }
    - { from: 'displayname[0]', when: [{ from: givenname, empty: true }, { from: gn, empty: true }], namePart: family }
  mobile_number: { from: 'mobile[0]', phone: true }
  phone_number: 'telephonenumber[0]'
  address.street_address: { first: ['street[0]', 'streetaddress[0]'] }
  address.postal_code: 'postalcode[0]'
  address.locality: { first: ['l[0]', 'localityname[0]'] }
  address.region: 'st[0]'
  address.country: { first: ['c[0]', 'co[0]'] }
  locale: { from: 'preferredlanguage[0]', when: { from: 'preferredlanguage[0]', matches: '^[a-zA-Z]{2,3}(?:[-_][a-zA-Z]{2})?$' } }
  createdTime:
    first: ['createtimestamp[0]', 'whencreated[0]']
    replace: { '\\.\\d+Z$': 'Z' }
    instant: "yyyyMMddHHmmss'Z'"
    zone: UTC
  userStatus:
    # All but a clear no, and a time that cannot be read, must not let anybody in.
    # Bit 2 of a number is set: told by its last two digits.
    - { value: DECLINED, when: { from: 'useraccountcontrol[0]', matches: '(?:^|[02468])[2367]$|[13579][014589]$' } }
    - { value: DECLINED, when: { from: 'lockouttime[0]', matches: '^(?!(?i:false|f|no|n|0+)$).+$' } }
    # Zero and the largest number mean never.
    - { value: DECLINED, when: [{ from: 'accountexpires[0]', matches: '^(?!0+$).+$' }, { from: 'accountexpires[0]', future: false }] }
    - { value: DECLINED, when: { from: 'msds-useraccountdisabled[0]', matches: '^(?!(?i:false|f|no|n|0)$).+$' } }
    - { value: DECLINED, when: { from: 'ms-ds-useraccountautolocked[0]', matches: '^(?!(?i:false|f|no|n|0)$).+$' } }
    # 16: locked; 8388608 is added when the password has expired.
    - { value: DECLINED, when: { from: 'msds-user-account-control-computed[0]', is: [16, 8388624] } }
    - { value: DECLINED, when: { from: 'pwdaccountlockedtime[0]', empty: false } }
    - { value: DECLINED, when: { from: 'ibm-pwdaccountlocked[0]', matches: '^(?!(?i:false|f|no|n|0)$).+$' } }
    - { value: DECLINED, when: { from: 'nsaccountlock[0]', matches: '^(?!(?i:false|f|no|n|0)$).+$' } }
    - { value: DECLINED, when: { from: 'nsroledn[0]', matches: '(?i:nsmanageddisabledrole)' } }
    # The end of a lock; the first second of 1970 means until somebody unlocks the account.
    - { value: DECLINED, when: { any: [{ from: 'accountunlocktime[0]', future: true }, { from: 'accountunlocktime[0]', matches: '^19700101' }] } }
    - { value: DECLINED, when: [{ from: 'krbprincipalexpiration[0]', empty: false }, { from: 'krbprincipalexpiration[0]', future: false }] }
    - { value: DECLINED, when: [{ from: 'krb5validend[0]', empty: false }, { from: 'krb5validend[0]', future: false }] }
    - { value: DECLINED, when: { from: 'krb5kdcflags[0]', is: [254, 255] } }
    - { value: DECLINED, when: { from: 'ds-pwp-account-disabled[0]', matches: '^(?!(?i:false|f|no|n|0)$).+$' } }
    - { value: DECLINED, when: [{ from: 'ds-pwp-account-expiration-time[0]', empty: false }, { from: 'ds-pwp-account-expiration-time[0]', future: false }] }
    - { value: DECLINED, when: { from: 'logindisabled[0]', matches: '^(?!(?i:false|f|no|n|0)$).+$' } }
    - { value: DECLINED, when: { from: 'lockedbyintruder[0]', matches: '^(?!(?i:false|f|no|n|0)$).+$' } }
    - { value: DECLINED, when: [{ from: 'loginexpirationtime[0]', empty: false }, { from: 'loginexpirationtime[0]', future: false }] }
    # Samba: D is disabled, L is locked.
    - { value: DECLINED, when: { from: 'sambaacctflags[0]', matches: '^\\[[^\\]]*[DLdl]' } }
    - { value: DECLINED, when: [{ from: 'sambakickofftime[0]', matches: '^[^-]' }, { from: 'sambakickofftime[0]', future: false }] }
    # Days since 1970; a negative number means never.
    - { value: DECLINED, when: [{ from: 'shadowexpire[0]', matches: '^[^-]' }, { from: 'shadowexpire[0]', future: false, unit: days }] }
    # Words for states: all but a clear yes block.
    - { value: DECLINED, when: { from: 'inetuserstatus[0]', matches: '^(?!(?i:active)$)' } }
    - { value: DECLINED, when: { from: 'accountstatus[0]', matches: '^(?!(?i:active|enabled)$)' } }
    - { value: DECLINED, when: { from: 'zimbraaccountstatus[0]', matches: '^(?!(?i:active)$)' } }
    - { value: DECLINED, when: { from: 'orclisenabled[0]', matches: '^(?!(?i:enabled|true)$)' } }
    - { value: DECLINED, when: [{ from: 'orclactiveenddate[0]', empty: false }, { from: 'orclactiveenddate[0]', future: false }] }
    - { value: DECLINED, when: { from: 'secacctvalid[0]', matches: '^(?!(?i:true)$)' } }
    - { value: VERIFIED }

status-source:
  # Active Directory, which has no other attribute for disabled accounts.
  - any: [useraccountcontrol, msds-useraccountdisabled]
    where: [samaccountname, objectsid, objectguid, userprincipalname]
    how: Export the attribute \`userAccountControl\`
  # Other directories keep their locks in operational attributes, of which every entry has some.
  - any: [entryuuid, createtimestamp, modifytimestamp, entrydn, nsuniqueid, useraccountcontrol, msds-useraccountdisabled, samaccountname, sambaacctflags, shadowexpire, pwdaccountlockedtime, nsaccountlock, ds-pwp-account-disabled, logindisabled, inetuserstatus, accountstatus, orclisenabled, ibm-pwdaccountlocked, krbprincipalexpiration]
    missing: warn
    how: Export the operational attributes (\`ldapsearch … '*' '+'\`)

password:
  from: userpassword
  # Active Directory gives out no hashes.
  passwordless: { from: useraccountcontrol, empty: false }
  unproven: none
`,"forgerock":`# Managed users of ForgeRock and Ping Identity Platform: the answer of a query (\`_queryFilter=true\`), or an array.
source:
  records: [result, '[].result']
  columns: optional

fields:
  sub: _id
  email: { first: ['mail[0]', mail] }
  username: { from: userName, when: { from: userName, matches: '^[^@]+$' } }
  given_name: givenName
  family_name: sn
  phone_number: telephoneNumber
  address.street_address: postalAddress
  address.postal_code: postalCode
  address.locality: city
  address.region: stateProvince
  address.country: country
  locale: { from: preferredLocale, when: { from: preferredLocale, matches: '^[a-zA-Z]{2,3}(?:[-_][a-zA-Z]{2})?$' } }
  createdTime: { first: [createDate, _meta.createDate], instant: iso, zone: UTC }
  userStatus:
    first: ['accountStatus[0]', accountStatus, 'inetUserStatus[0]', inetUserStatus]
    case: lower
    table: { active: VERIFIED, inactive: DECLINED, deleted: DECLINED, locked: DECLINED }
    empty: refuse

status-source:
  - any: [accountStatus, inetUserStatus]
    how: Export \`accountStatus\` (\`_fields=*\`)

password:
  first: ['password[0]', password, 'userPassword[0]', userPassword]
  unproven: none
`,"magento":`# Customers of Magento 2 and Adobe Commerce: System, Export, entity "Customers Main File" or "Customer Composite".
source:
  columns: optional

skip:
  # Further addresses stand in rows of their own, under the row of their customer.
  - reason: further address of the customer above
    when: [{ from: email, empty: true }, { from: firstname, empty: true }, { from: lastname, empty: true }]

fields:
  email: email
  given_name: firstname
  middle_name: middlename
  family_name: lastname
  gender: { from: gender, case: lower, table: { '1': male, '2': female, male: male, female: female }, else: null }
  birthdate: { from: dob, replace: { '^0000-00-00.*$': '', '[T ]00:00:00$': '' }, date: iso }
  phone_number: { first: [_address_telephone, telephone] }
  address.street_address: { first: [_address_street, street] }
  address.postal_code: { first: [_address_postcode, postcode] }
  address.locality: { first: [_address_city, city] }
  address.region: { first: [_address_region, region] }
  address.country: { first: [_address_country_id, country_id] }
  createdTime: { from: created_at, replace: { '^0000-00-00.*$': '' }, instant: iso, zone: UTC }
  userStatus:
    - { from: is_active, case: lower, table: { '0': DECLINED, false: DECLINED, '1': null, true: null } }
    # Magento locks nobody for good, but for ten minutes after failed logins: the column may be missing.
    - { value: DECLINED, when: { from: lock_expires, future: true } }
    # Who has not confirmed the address cannot log in to the shop either.
    - { value: PENDING, when: { from: confirmation, empty: false }, column: required }
    - { value: VERIFIED }

email-verified: { from: confirmation, empty: true }

password:
  from: password_hash
  # bcrypt of Magento 1, behind which the migration to Magento 2 writes a version.
  replace: { '^(\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}):[0-3]$': '$1' }
  algorithm: magento
`,"wordpress":`# Users of WordPress and WooCommerce: wp_users with metadata, as JSON or CSV (wp user list, SQL, plugins).
source:
  # An export of phpMyAdmin: header, database and tables in one array.
  records: '[].data'
  columns: optional

skip:
  - { reason: deleted, when: { from: deleted, matches: '^(?i:true|t|wahr|yes|y|ja|j|x|1(?:\\.0)?)$' } }

fields:
  email: user_email
  username: { from: user_login, when: { from: user_login, matches: '^[^@]+$' } }
  # A list of wp_usermeta is read too; without a name in it, the display name is, when it has two words.
  given_name:
    - { first: [first_name, billing_first_name, 'meta[meta_key=first_name].meta_value', 'meta[key=first_name].value', meta.first_name] }
    - { from: display_name, when: [{ from: last_name, empty: true }, { from: billing_last_name, empty: true }, { from: display_name, matches: '\\S\\s+\\S' }], namePart: given }
  family_name:
    - { first: [last_name, billing_last_name, 'meta[meta_key=last_name].meta_value', 'meta[key=last_name].value', meta.last_name] }
    - { from: display_name, when: [{ from: first_name, empty: true }, { from: billing_first_name, empty: true }, { from: display_name, matches: '\\S\\s+\\S' }], namePart: family }
  nickname: display_name
  website: user_url
  phone_number: billing_phone
  address.street_address: { concat: [billing_address_1, billing_address_2] }
  address.postal_code: billing_postcode
  address.locality: billing_city
  address.region: billing_state
  address.country: billing_country
  locale: { from: locale, when: { from: locale, matches: '^[a-z]{2,3}(?:[-_][A-Z]{2})?$' } }
  createdTime: { from: user_registered, replace: { '^0000-00-00.*$': '' }, instant: iso, zone: UTC }
  userStatus:
    - { from: spam, case: lower, table: { '0': null, false: null, '1': DECLINED, true: DECLINED } }
    # What WordPress itself no longer uses, plugins still use for blocked users.
    - { value: DECLINED, when: { from: user_status, matches: '^(?!0$).+$' } }
    - { value: VERIFIED }

password:
  from: user_pass
  # Of very old accounts: MD5 without any mark.
  algorithm: md5
`,"aspnet-identity":`# The table AspNetUsers of ASP.NET Core Identity, also under Duende IdentityServer, as CSV (SSMS, bcp) or JSON.
source:
  columns: optional
  empty: ['NULL', '\\N']

join:
  # The table AspNetUserLogins.
  logins: { key: UserId, equals: Id, many: true }

fields:
  sub: Id
  email: Email
  username: { from: UserName, when: { from: UserName, matches: '^[^@]+$' } }
  phone_number: PhoneNumber
  given_name:
    - { first: [FirstName, GivenName] }
    - { first: [FullName, DisplayName], when: [{ from: LastName, empty: true }, { from: Surname, empty: true }], namePart: given }
  family_name:
    - { first: [LastName, Surname] }
    - { first: [FullName, DisplayName], when: [{ from: FirstName, empty: true }, { from: GivenName, empty: true }], namePart: family }
  userStatus:
    - { value: DECLINED, when: { from: LockoutEnd, future: true } }
    # Columns that applications add.
    - { from: IsActive, case: lower, table: &yes { '1': null, true: null }, else: DECLINED, default: DECLINED }
    - { from: IsEnabled, case: lower, table: *yes, else: DECLINED, default: DECLINED }
    - { from: IsDeleted, case: lower, table: &no { '0': null, false: null }, else: DECLINED }
    - { from: IsBlocked, case: lower, table: *no, else: DECLINED }
    - { from: IsDisabled, case: lower, table: *no, else: DECLINED }
    - { from: IsLocked, case: lower, table: *no, else: DECLINED }
    - { value: VERIFIED }

status-source:
  - any: LockoutEnd
    only: csv
    how: Export the column \`LockoutEnd\`
  # JSON may leave it out for users who are not blocked.
  - any: LockoutEnd
    missing: warn
    how: Export the key \`LockoutEnd\`

identities:
  - each: logins
    provider:
      from: each.LoginProvider
      case: lower
      table:
        apple: apple
        facebook: facebook
        github: github
        google: google
        linkedin: linkedin
        microsoft: microsoft
        twitter: twitter
    providerUserId: each.ProviderKey

email-verified: { from: EmailConfirmed, is: ['1', true, 'True', 'TRUE'] }

mfa-set-up: { from: TwoFactorEnabled, matches: '^(?!(?i:false|f|falsch|no|n|nein|0(?:\\.0)?)$).+$' }

password:
  from: PasswordHash
  passwordless: { from: logins, empty: false }
  unproven: none
`,"scim":`# Users of any system that lists them by SCIM 2.0 (RFC 7643).
source:
  records: [Resources, '[].Resources']
  columns: optional

fields:
  sub: id
  email: { first: ['emails[primary=true].value', 'emails[type=work].value', 'emails[0].value', 'emails[0]'] }
  username: { from: userName, when: { from: userName, matches: '^[^@]+$' } }
  # Where there is only one name, the last word is taken for the family name.
  given_name:
    - { from: name.givenName }
    - { first: [name.formatted, displayName], when: { from: name.familyName, empty: true }, namePart: given }
  family_name:
    - { from: name.familyName }
    - { first: [name.formatted, displayName], when: { from: name.givenName, empty: true }, namePart: family }
  middle_name: name.middleName
  nickname: nickName
  mobile_number: { from: 'phoneNumbers[type=mobile].value', replace: { '^tel:': '' }, phone: true }
  phone_number: { first: ['phoneNumbers[primary=true].value', 'phoneNumbers[type=work].value', 'phoneNumbers[0].value', 'phoneNumbers[0]'], replace: { '^tel:': '' } }
  profile: profileUrl
  address.formatted: { first: ['addresses[primary=true].formatted', 'addresses[0].formatted'] }
  address.street_address: { first: ['addresses[primary=true].streetAddress', 'addresses[0].streetAddress'] }
  address.postal_code: { first: ['addresses[primary=true].postalCode', 'addresses[0].postalCode'] }
  address.locality: { first: ['addresses[primary=true].locality', 'addresses[0].locality'] }
  address.region: { first: ['addresses[primary=true].region', 'addresses[0].region'] }
  address.country: { first: ['addresses[primary=true].country', 'addresses[0].country'] }
  locale: { first: [locale, preferredLanguage] }
  zoneinfo: timezone
  createdTime: { from: meta.created, instant: iso, zone: UTC }
  userStatus: { from: active, table: { true: VERIFIED, false: DECLINED }, empty: refuse }

status-source:
  - any: active
    how: Ask for the attribute \`active\`
`,"okta":`# Users of Okta, as the Users API lists them (an array, or one object a line). Okta gives out no hashes.
source:
  columns: optional

fields:
  sub: id
  email: profile.email
  username: { from: profile.login, when: { from: profile.login, matches: '^[^@]+$' } }
  given_name:
    - { from: profile.firstName }
    - { from: profile.displayName, when: { from: profile.lastName, empty: true }, namePart: given }
  family_name:
    - { from: profile.lastName }
    - { from: profile.displayName, when: { from: profile.firstName, empty: true }, namePart: family }
  middle_name: profile.middleName
  nickname: profile.nickName
  mobile_number: { from: profile.mobilePhone, phone: true }
  phone_number: profile.primaryPhone
  profile: profile.profileUrl
  address.street_address: profile.streetAddress
  address.postal_code: profile.zipCode
  address.locality: profile.city
  address.region: profile.state
  address.country: profile.countryCode
  locale: { first: [profile.locale, profile.preferredLanguage] }
  zoneinfo: profile.timezone
  createdTime: { from: created, instant: iso }
  lastLoggedInTime: { from: lastLogin, instant: iso }
  userStatus:
    from: status
    table:
      ACTIVE: VERIFIED
      PASSWORD_EXPIRED: VERIFIED
      RECOVERY: VERIFIED
      PROVISIONED: PENDING
      STAGED: PENDING
      LOCKED_OUT: DECLINED
      SUSPENDED: DECLINED
      DEPROVISIONED: DECLINED
    empty: refuse

status-source:
  - any: status
    how: Export the key \`status\`
`,"cognito":`# Users of an Amazon Cognito user pool: pages of list-users, answers of admin-get-user, or a CSV of attributes. Cognito gives out no hashes.
source:
  records: [Users, '[].Users']
  columns: optional

fields:
  sub: { first: ['Attributes[Name=sub].Value', 'UserAttributes[Name=sub].Value', sub] }
  email: { first: ['Attributes[Name=email].Value', 'UserAttributes[Name=email].Value', email] }
  # Pools that log in by address have UUIDs here, users of other providers a name that Cognito made up.
  username:
    - { from: Username, when: [{ from: UserStatus, not: EXTERNAL_PROVIDER }, { from: Username, matches: '^(?!.*@|[0-9a-f]{8}-[0-9a-f]{4}-).+$' }] }
    - { from: 'cognito:username', when: { from: 'cognito:username', matches: '^(?!.*@|[0-9a-f]{8}-[0-9a-f]{4}-).+$' } }
  mobile_number: { first: ['Attributes[Name=phone_number].Value', 'UserAttributes[Name=phone_number].Value', phone_number], phone: true }
  # Without these, the last word of the name is taken for the family name.
  given_name:
    - { first: ['Attributes[Name=given_name].Value', 'UserAttributes[Name=given_name].Value', given_name] }
    - { first: ['Attributes[Name=name].Value', 'UserAttributes[Name=name].Value', name], when: [{ from: 'Attributes[Name=family_name].Value', empty: true }, { from: 'UserAttributes[Name=family_name].Value', empty: true }, { from: family_name, empty: true }], namePart: given }
  family_name:
    - { first: ['Attributes[Name=family_name].Value', 'UserAttributes[Name=family_name].Value', family_name] }
    - { first: ['Attributes[Name=name].Value', 'UserAttributes[Name=name].Value', name], when: [{ from: 'Attributes[Name=given_name].Value', empty: true }, { from: 'UserAttributes[Name=given_name].Value', empty: true }, { from: given_name, empty: true }], namePart: family }
  middle_name: { first: ['Attributes[Name=middle_name].Value', 'UserAttributes[Name=middle_name].Value', middle_name] }
  nickname: { first: ['Attributes[Name=nickname].Value', 'UserAttributes[Name=nickname].Value', nickname] }
  gender: { first: ['Attributes[Name=gender].Value', 'UserAttributes[Name=gender].Value', gender] }
  birthdate: { first: ['Attributes[Name=birthdate].Value', 'UserAttributes[Name=birthdate].Value', birthdate], date: [iso, MM/dd/yyyy] }
  locale: { first: ['Attributes[Name=locale].Value', 'UserAttributes[Name=locale].Value', locale] }
  zoneinfo: { first: ['Attributes[Name=zoneinfo].Value', 'UserAttributes[Name=zoneinfo].Value', zoneinfo] }
  website: { first: ['Attributes[Name=website].Value', 'UserAttributes[Name=website].Value', website] }
  picture: { first: ['Attributes[Name=picture].Value', 'UserAttributes[Name=picture].Value', picture] }
  profile: { first: ['Attributes[Name=profile].Value', 'UserAttributes[Name=profile].Value', profile] }
  address.formatted: { first: ['Attributes[Name=address].Value', 'UserAttributes[Name=address].Value', address] }
  createdTime: { from: UserCreateDate, instant: [iso, epoch] }
  userStatus:
    - { from: Enabled, case: lower, table: { true: null, false: DECLINED }, empty: refuse }
    - from: UserStatus
      table:
        CONFIRMED: VERIFIED
        EXTERNAL_PROVIDER: VERIFIED
        FORCE_CHANGE_PASSWORD: VERIFIED
        RESET_REQUIRED: VERIFIED
        UNCONFIRMED: PENDING
        ARCHIVED: DECLINED
        COMPROMISED: DECLINED
        UNKNOWN: DECLINED
      empty: refuse

status-source:
  - any: Enabled
    how: Export \`Enabled\` and \`UserStatus\` with list-users
  - any: UserStatus
    how: Export \`Enabled\` and \`UserStatus\` with list-users

identities:
  - each: 'Attributes[Name=identities].Value'
    provider: &provider
      from: each.providerName
      table: { Facebook: facebook, Google: google, LoginWithAmazon: amazon, SignInWithApple: apple }
    providerUserId: each.userId
  - { each: 'UserAttributes[Name=identities].Value', provider: *provider, providerUserId: each.userId }

email-verified:
  any:
    - { from: 'Attributes[Name=email_verified].Value', is: [true, 'True'] }
    - { from: 'UserAttributes[Name=email_verified].Value', is: [true, 'True'] }
    - { from: email_verified, is: [true, 'True', 'TRUE'] }

mfa-set-up:
  any:
    - { from: MFAOptions, empty: false }
    - { from: UserMFASettingList, empty: false }
    - { from: 'cognito:mfa_enabled', is: [true, 'True', 'TRUE'] }
`,"firebase":`# Users of Firebase Authentication and Google Identity Platform: \`firebase auth:export\`, JSON or CSV (which has no header).
source:
  records: [users, '[].users']
  header:
    - localId
    - email
    - emailVerified
    - passwordHash
    - salt
    - displayName
    - photoUrl
    - google.id
    - google.email
    - google.displayName
    - google.photoUrl
    - facebook.id
    - facebook.email
    - facebook.displayName
    - facebook.photoUrl
    - twitter.id
    - twitter.email
    - twitter.displayName
    - twitter.photoUrl
    - github.id
    - github.email
    - github.displayName
    - github.photoUrl
    - createdAt
    - lastSignedInAt
    - phoneNumber
    - disabled
    - customAttributes
    # Older versions end here, with a delimiter behind the last cell.
    - apple.id
    - apple.email
    - apple.displayName
    - apple.photoUrl
    - microsoft.id
    - microsoft.email
    - microsoft.displayName
    - microsoft.photoUrl
    - gameCenter.id
    - gameCenter.email
    - gameCenter.displayName
    - gameCenter.photoUrl
    - playGames.id
    - playGames.email
    - playGames.displayName
    - playGames.photoUrl
    - linkedin.id
    - linkedin.email
    - linkedin.displayName
    - linkedin.photoUrl
    - yahoo.id
    - yahoo.email
    - yahoo.displayName
    - yahoo.photoUrl
    - ''
  columns: optional

fields:
  sub: localId
  email: email
  mobile_number: { from: phoneNumber, phone: true }
  # One name only: the last word is taken for the family name.
  given_name: { from: displayName, namePart: given }
  family_name: { from: displayName, namePart: family }
  createdTime: { from: createdAt, replace: { '^0$': '' }, instant: epoch }
  lastLoggedInTime: { from: lastSignedInAt, replace: { '^0$': '' }, instant: epoch }
  userStatus:
    - { from: disabled, case: lower, table: { true: DECLINED, false: VERIFIED } }
    - { value: VERIFIED }

identities:
  - each: providerUserInfo
    provider:
      from: each.providerId
      table:
        password: null
        phone: null
        apple.com: apple
        facebook.com: facebook
        gc.apple.com: gamecenter
        github.com: github
        google.com: google
        linkedin.com: linkedin
        microsoft.com: microsoft
        playgames.google.com: playgames
        twitter.com: twitter
        yahoo.com: yahoo
    providerUserId: each.rawId
  - { provider: { value: google }, providerUserId: google.id }
  - { provider: { value: facebook }, providerUserId: facebook.id }
  - { provider: { value: twitter }, providerUserId: twitter.id }
  - { provider: { value: github }, providerUserId: github.id }
  - { provider: { value: apple }, providerUserId: apple.id }
  - { provider: { value: microsoft }, providerUserId: microsoft.id }
  - { provider: { value: linkedin }, providerUserId: linkedin.id }
  - { provider: { value: yahoo }, providerUserId: yahoo.id }

email-verified: { from: emailVerified, is: [true, 'True', 'TRUE'] }

mfa-set-up: { from: mfaInfo, empty: false }

password:
  from: passwordHash
  salt: salt
  algorithm: firebase-scrypt
  # What the console shows as password hash parameters; every project has its own signer key, which the verifier must know.
  firebase: { rounds: 8, mem_cost: 14, base64_salt_separator: Bw== }
  # Whoever logs in by provider or telephone only has no password to lose.
  passwordless: { from: 'providerUserInfo[providerId=password].providerId', empty: true }
  unproven: none
`,"supabase":`# The table auth.users of Supabase, as CSV or JSON.
source:
  # A page of the admin API; an export of the table is an array or CSV.
  records: [users, '[].users']
  columns: optional
  empty: ['NULL', '\\N']

join:
  # The table auth.identities.
  logins: { key: user_id, equals: id, many: true }

skip:
  - { reason: deleted, when: { from: deleted_at, empty: false } }
  - { reason: anonymous, when: { from: is_anonymous, matches: '^(?i:true|t|wahr|yes|y|ja|j|1(?:\\.0)?)$' } }

fields:
  sub: id
  email: email
  # Numbers stand there without the plus sign.
  mobile_number: { from: phone, replace: { '^(\\d)': '+$1' }, phone: true }
  given_name:
    - { first: [raw_user_meta_data, user_metadata], json: given_name }
    - { first: [raw_user_meta_data, user_metadata], json: first_name }
    # Providers give one name only: the last word is taken for the family name.
    - { first: [raw_user_meta_data, user_metadata], json: full_name, namePart: given }
    - { first: [raw_user_meta_data, user_metadata], json: name, namePart: given }
  family_name:
    - { first: [raw_user_meta_data, user_metadata], json: family_name }
    - { first: [raw_user_meta_data, user_metadata], json: last_name }
    - { first: [raw_user_meta_data, user_metadata], json: full_name, namePart: family }
    - { first: [raw_user_meta_data, user_metadata], json: name, namePart: family }
  createdTime: { from: created_at, instant: iso, zone: UTC }
  lastLoggedInTime: { from: last_sign_in_at, instant: iso, zone: UTC }
  userStatus:
    - { value: DECLINED, when: { from: banned_until, future: true } }
    - { value: VERIFIED }

status-source:
  - any: banned_until
    only: csv
    how: Export the column \`banned_until\`
  # JSON may leave it out for users who are not blocked.
  - any: banned_until
    missing: warn
    how: Export the key \`banned_until\`
  - any: deleted_at
    only: csv
    missing: warn
    how: Export the column \`deleted_at\`

identities:
  - each: logins
    provider:
      from: each.provider
      table:
        email: null
        phone: null
        apple: apple
        azure: microsoft
        facebook: facebook
        github: github
        google: google
        linkedin: linkedin
        linkedin_oidc: linkedin
        twitter: twitter
    providerUserId:
      - { from: each.provider_id }
      # Older versions have it in \`id\`, newer ones a UUID of their own.
      - { from: each.id, when: { from: each.id, matches: '^(?![0-9a-fA-F]{8}-[0-9a-fA-F-]{27}$)' } }
      - { from: each.id, unread: true }

email-verified:
  any:
    - { from: email_confirmed_at, empty: false }
    - { from: confirmed_at, empty: false }

password:
  from: encrypted_password
  # The admin API has other names than the table.
  passwordless:
    - { from: raw_app_meta_data, json: provider, not: email }
    - { from: app_metadata, json: provider, not: email }
  unproven: none
`,"clerk":`# Users of Clerk: the CSV of the dashboard, which may begin with a comment.
source:
  header: { with: [primary_email_address, password_digest, password_hasher, primary_phone_number] }
  columns: optional

fields:
  sub: id
  email: { first: [primary_email_address, verified_email_addresses, unverified_email_addresses] }
  username: username
  mobile_number: { from: primary_phone_number, phone: true }
  given_name: first_name
  family_name: last_name
  userStatus:
    # The dashboard's CSV does not have them; a column of your own may.
    - { from: banned, case: lower, table: { true: DECLINED, false: null } }
    - { from: locked, case: lower, table: { true: DECLINED, false: null } }
    - { value: VERIFIED }

status-source:
  - any: [banned, locked]
    missing: warn
    how: Add the columns \`banned\` and \`locked\` from the Backend API

# The address that is imported, not any of the list.
email-verified: { from: verified_email_addresses, includes: [primary_email_address, verified_email_addresses, unverified_email_addresses] }

mfa-set-up: { from: totp_secret, empty: false }

password:
  from: password_digest
  # Its names of digests are ours; a name that is not known here, such as bcrypt_peppered, is refused.
  algorithm: { from: password_hasher, case: lower }
  unproven: none
`,"django":`# Users of Django: \`manage.py dumpdata auth.user\`, or the project's own user model under any name, JSON.
source:
  columns: optional

skip:
  # A user model may have any name. Its records have a password in Django's format, or the fields of the usual user model.
  - reason: record of another model
    when:
      - { from: model, matches: '^(?!.*(?i:user)$)' }
      - any: [{ from: fields.password, empty: true }, { from: fields.password, matches: '^(?!!|\\w+\\$|[0-9a-f]{32}$)' }]
      - any: [{ from: fields.is_active, empty: true }, { from: fields.date_joined, empty: true }]

fields:
  sub: { from: pk, when: { from: pk, matches: '^[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}$' } }
  email: fields.email
  username: { from: fields.username, when: { from: fields.username, matches: '^[^@]+$' } }
  given_name: fields.first_name
  family_name: fields.last_name
  createdTime: { from: fields.date_joined, instant: iso, zone: UTC }
  lastLoggedInTime: { from: fields.last_login, instant: iso, zone: UTC }
  userStatus: { from: fields.is_active, table: { true: VERIFIED, false: DECLINED }, empty: refuse }

status-source:
  - any: fields.is_active
    how: Export the field \`is_active\`

password:
  from: fields.password
  unproven: none
`,"laravel":`# The table users of Laravel, as CSV or JSON.
source:
  # An export of phpMyAdmin: header, database and tables in one array.
  records: '[].data'
  columns: optional
  empty: ['NULL', '\\N']

fields:
  sub: { first: [uuid, id], when: { any: [{ from: uuid, empty: false }, { from: id, matches: '^[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}$' }] } }
  email: email
  username: { from: username, when: { from: username, matches: '^[^@]+$' } }
  # One name only: the last word is taken for the family name.
  given_name:
    - { from: first_name }
    - { from: name, when: { from: last_name, empty: true }, namePart: given }
  family_name:
    - { from: last_name }
    - { from: name, when: { from: first_name, empty: true }, namePart: family }
  createdTime: { from: created_at, replace: { '^0000-00-00.*$': '' }, instant: iso, zone: UTC }
  userStatus:
    # Laravel itself blocks nobody; these are the columns that applications and packages add.
    - { value: DECLINED, when: { from: deleted_at, empty: false } }
    - { value: DECLINED, when: { from: banned_at, empty: false } }
    - { value: DECLINED, when: { from: blocked_at, empty: false } }
    - { value: DECLINED, when: { from: suspended_at, empty: false } }
    - { value: DECLINED, when: { from: disabled_at, empty: false } }
    - { from: is_active, case: lower, table: &yes { '1': null, true: null, t: null }, else: DECLINED, default: DECLINED }
    - { from: active, case: lower, table: *yes, else: DECLINED, default: DECLINED }
    - { from: is_banned, case: lower, table: &no { '0': null, false: null, f: null }, else: DECLINED }
    - { from: banned, case: lower, table: *no, else: DECLINED }
    - { from: is_blocked, case: lower, table: *no, else: DECLINED }
    - { from: blocked, case: lower, table: *no, else: DECLINED }
    # A word that is not known makes the row invalid.
    - from: status
      case: lower
      table: { '1': null, active: null, enabled: null, verified: null, approved: null, '0': DECLINED, inactive: DECLINED, disabled: DECLINED, blocked: DECLINED, banned: DECLINED, suspended: DECLINED, deleted: DECLINED, pending: PENDING }
    - { value: VERIFIED }

email-verified: { from: email_verified_at, empty: false }

mfa-set-up:
  any:
    - { from: two_factor_secret, empty: false }
    # Of the package google2fa.
    - { from: google2fa_secret, empty: false }

password:
  from: password
  unproven: none
`,"fusionauth":`# Users of FusionAuth, as JSON. The API gives out no hashes; a file out of the database may hold them.
source:
  records: [users, '[].users']
  columns: optional

fields:
  sub: id
  email: email
  username: { from: username, when: { from: username, matches: '^[^@]+$' } }
  mobile_number: { from: mobilePhone, phone: true }
  given_name:
    - { from: firstName }
    - { from: fullName, when: { from: lastName, empty: true }, namePart: given }
  middle_name: middleName
  family_name:
    - { from: lastName }
    - { from: fullName, when: { from: firstName, empty: true }, namePart: family }
  birthdate: { from: birthDate, date: iso }
  locale: 'preferredLanguages[0]'
  zoneinfo: timezone
  createdTime: { from: insertInstant, replace: { '^0$': '' }, instant: epoch }
  lastLoggedInTime: { from: lastLoginInstant, replace: { '^0$': '' }, instant: epoch }
  userStatus:
    - { value: DECLINED, when: [{ from: expiry, empty: false }, { from: expiry, future: false }] }
    - { from: active, table: { true: VERIFIED, false: DECLINED }, empty: refuse }

status-source:
  - any: active
    how: Export the key \`active\`

email-verified: { from: verified, is: true }

mfa-set-up:
  any:
    - { from: twoFactor.methods, empty: false }
    - { from: twoFactorEnabled, matches: '^(?!(?i:false|f|falsch|no|n|nein|0(?:\\.0)?)$).+$' }

password:
  # Hash, salt, factor and scheme stand in the user itself.
  from: $
  unproven: none
`,"kratos":`# Identities of Ory Kratos: the Admin API with \`?include_credential=password\`, an array or one object a line.
source:
  columns: optional

fields:
  sub: id
  email: traits.email
  username: { from: traits.username, when: { from: traits.username, matches: '^[^@]+$' } }
  mobile_number: { from: traits.phone, phone: true }
  given_name:
    - { first: [traits.name.first, traits.first_name, traits.given_name, traits.firstName] }
    - { first: [traits.name, traits.full_name], when: { from: traits.last_name, empty: true }, namePart: given }
  family_name:
    - { first: [traits.name.last, traits.last_name, traits.family_name, traits.lastName] }
    - { first: [traits.name, traits.full_name], when: { from: traits.first_name, empty: true }, namePart: family }
  createdTime: { from: created_at, instant: iso }
  userStatus: { from: state, table: { active: VERIFIED, inactive: DECLINED }, empty: refuse }

status-source:
  - any: state
    how: Export the key \`state\`

identities:
  # Each is written as google:104523.
  - each: credentials.oidc.identifiers
    provider:
      from: each
      replace: { ':.*$': '' }
      table:
        apple: apple
        facebook: facebook
        github: github
        google: google
        linkedin: linkedin
        microsoft: microsoft
        twitter: twitter
    providerUserId: { from: each, replace: { '^[^:]*:': '' } }

# The address that is imported, not any of the list.
email-verified: { from: 'verifiable_addresses[][verified=true].value', includes: traits.email }

mfa-set-up:
  any:
    - { from: credentials.totp, empty: false }
    - { from: credentials.webauthn, empty: false }
    - { from: credentials.lookup_secret, empty: false }

password:
  from: credentials.password.config.hashed_password
  passwordless: { from: credentials.oidc.identifiers, empty: false }
  unproven: none
`,"typo3":`# The table fe_users of TYPO3, as CSV or JSON.
source:
  # An export of phpMyAdmin: header, database and tables in one array.
  records: '[].data'
  columns: optional
  empty: ['NULL', '\\N']

skip:
  - { reason: deleted, when: { from: deleted, matches: '^(?i:true|t|wahr|yes|y|ja|j|x|1(?:\\.0)?)$' } }

# A user name is unique in one page folder (pid) only, and an address not even there: another account of the same person has a
# password of its own, so it must not get lost as a duplicate.
duplicates: error

fields:
  email:
    - { from: email }
    # Many sites take the address for the user name and leave the other column empty.
    - { from: username, when: { from: username, matches: '^\\S+@\\S+$' } }
  username: { from: username, when: { from: username, matches: '^[^@]+$' } }
  given_name:
    - { from: first_name }
    - { from: name, when: { from: last_name, empty: true }, namePart: given }
  middle_name: middle_name
  family_name:
    - { from: last_name }
    - { from: name, when: { from: first_name, empty: true }, namePart: family }
  phone_number: telephone
  website: { from: www, replace: { '^www\\.': 'https://www.' } }
  address.street_address: address
  address.postal_code: zip
  address.locality: city
  address.country: country
  createdTime: { from: crdate, replace: { '^0+$': '' }, instant: epoch-seconds }
  lastLoggedInTime: { from: lastlogin, replace: { '^0+$': '' }, instant: epoch-seconds }
  userStatus:
    - { from: deleted, case: lower, table: &no { '0': null, n: null, nein: null, no: null, f: null, false: null, falsch: null }, else: DECLINED, empty: refuse }
    # Blocked, or not yet confirmed: extensions for registration use it for both.
    - { from: disable, case: lower, table: *no, else: DECLINED, empty: refuse }
    # Seconds since 1970; zero means no limit.
    - { value: DECLINED, when: { from: starttime, future: true } }
    - { value: DECLINED, when: [{ from: endtime, matches: '^(?!0+(?:\\.0)?$).+$' }, { from: endtime, future: false }] }
    - { value: VERIFIED }

status-source:
  - { any: deleted, how: Export the column \`deleted\` }
  - { any: disable, how: Export the column \`disable\` }
  - { any: starttime, how: Export the column \`starttime\` }
  - { any: endtime, how: Export the column \`endtime\` }

mfa-set-up: { from: mfa, empty: false }

password:
  from: password
  # \`$2y$\` is bcrypt of SHA-384.
  algorithm: typo3
`,"oxid":`# Customers of OXID eShop: the table oxuser with the groups of each user in a column OXGROUPS, see the docs.
source:
  # An export of phpMyAdmin: header, database and tables in one array.
  records: '[].data'
  columns: optional
  empty: ['NULL', '\\N', '0000-00-00', '0000-00-00 00:00:00']

skip:
  # \`malladmin\`, or the number of the shop.
  - { reason: administrator of the shop, when: { from: OXRIGHTS, matches: '^(?!(?i:user)$).+$' } }
  - { reason: guest without an account, when: { from: OXPASSWORD, empty: true } }

# Of numbers without country code, if the record names no country.
phone-region: DE

fields:
  # 32 hexadecimal digits, written as a UUID; old shops have shorter ids too, which are left out.
  sub:
    from: OXID
    when: { from: OXID, matches: '^[0-9a-fA-F]{32}$' }
    case: lower
    replace: { '^([0-9a-fA-F]{8})([0-9a-fA-F]{4})([0-9a-fA-F]{4})([0-9a-fA-F]{4})([0-9a-fA-F]{12})$': '$1-$2-$3-$4-$5' }
  email: OXUSERNAME
  given_name: OXFNAME
  family_name: OXLNAME
  gender: { from: OXSAL, case: lower, table: { mr: male, mrs: female, herr: male, frau: female }, else: null }
  birthdate: { from: OXBIRTHDATE, date: iso }
  phone_number: { first: [OXFON, OXMOBFON, OXPRIVFON] }
  website: { from: OXURL, replace: { '^www\\.': 'https://www.' } }
  address.street_address: { concat: [OXSTREET, OXSTREETNR] }
  address.postal_code: OXZIP
  address.locality: OXCITY
  # Ids of a new shop; those of other countries are left out.
  address.country:
    from: OXCOUNTRYID
    table: { a7c40f631fc920687.20179984: DE, a7c40f6320aeb2ec2.72885259: AT, a7c40f6321c6f6109.43859248: CH }
    else: null
  createdTime: { first: [OXREGISTER, OXCREATE], instant: iso, zone: Europe/Berlin }
  userStatus:
    - { from: OXACTIVE, case: lower, table: { '1': null, j: null, ja: null, y: null, yes: null, x: null, true: null, t: null, wahr: null }, else: DECLINED, default: DECLINED }
    - { from: OXRIGHTS, case: lower, table: { user: null }, empty: refuse }
    - { value: DECLINED, when: { from: OXGROUPS, matches: '(?i:oxidblocked|oxidblacklist)' } }
    - { value: VERIFIED }

status-source:
  - { any: OXACTIVE, how: Export the column \`OXACTIVE\` }
  - { any: OXRIGHTS, how: Export the column \`OXRIGHTS\` }
  - { any: OXPASSWORD, how: 'Export the column \`OXPASSWORD\`, which is empty for guests' }
  - { any: OXGROUPS, how: 'Export the groups of each user as the column \`OXGROUPS\` (docs/presets.md#oxid has the query)' }

password:
  from: OXPASSWORD
  # The length shows which.
  algorithm: oxid
  salt: OXPASSSALT
`,"liferay":`# The table User_ of Liferay Portal and DXP, as CSV or JSON.
source:
  # An export of phpMyAdmin: header, database and tables in one array.
  records: '[].data'
  # PostgreSQL writes the names in small letters, Oracle in capital ones.
  columns: loose
  empty: ['NULL', '\\N', '(null)']

skip:
  - { reason: user of the system, when: { from: defaultUser, matches: '^(?i:true|t|wahr|yes|y|ja|j|x|1(?:\\.0)?)$' } }
  # Of newer versions: 1 is a user, others are guests and accounts of services.
  - { reason: user of the system, when: { from: type_, is: [0, 2, 3, 4] } }

fields:
  sub: uuid_
  email: emailAddress
  username: { from: screenName, when: { from: screenName, matches: '^[^@]+$' } }
  given_name: firstName
  middle_name: middleName
  family_name: lastName
  locale: { from: languageId, when: { from: languageId, matches: '^[a-z]{2,3}(?:_[A-Z]{2})?$' } }
  zoneinfo: timeZoneId
  createdTime: { from: createDate, instant: iso, zone: UTC }
  lastLoggedInTime: { from: loginDate, instant: iso, zone: UTC }
  userStatus:
    - { from: type_, table: { '1': null } }
    - { from: lockout, case: lower, table: { '0': null, n: null, nein: null, no: null, f: null, false: null, falsch: null }, else: DECLINED, empty: refuse }
    # Approved; pending, draft, expired, denied, inactive, incomplete, scheduled, in trash. Another number makes the row invalid.
    - { from: status, table: { '0': VERIFIED, '1': DECLINED, '2': DECLINED, '3': DECLINED, '4': DECLINED, '5': DECLINED, '6': DECLINED, '7': DECLINED, '8': DECLINED }, empty: refuse }

status-source:
  - { any: status, how: Export the column \`status\` }
  - { any: lockout, how: Export the column \`lockout\` }
  - { any: [type_, defaultUser], how: 'Export the column \`type_\`, in older versions \`defaultUser\`' }
  - { any: passwordEncrypted, how: Export the column \`passwordEncrypted\` }

# When the account was locked, not whether it is.
ignore: [lockoutDate]

identities:
  # Zero means none.
  - { provider: { value: facebook }, providerUserId: { from: facebookId, replace: { '^0+$': '' } } }
  - { provider: { value: google }, providerUserId: googleUserId }

email-verified: { from: emailAddressVerified, matches: '^(?i:true|t|wahr|yes|y|ja|j|x|1(?:\\.0)?)$' }

password:
  from: password_
  algorithm: { from: passwordEncrypted, case: lower, table: { '1': auto, true: auto, t: auto, '0': clear-text, false: clear-text, f: clear-text }, default: clear-text }
`,"jtl-shop":`# Customers of JTL-Shop 4 and 5, in the columns of its customer import, with cSperre and nRegistriert of the table tkunde.
source:
  # An export of phpMyAdmin: header, database and tables in one array.
  records: '[].data'
  columns: optional
  empty: ['NULL', '\\N', '_DBNULL_', '0000-00-00', '0000-00-00 00:00:00']

skip:
  - { reason: guest without an account, when: { from: nRegistriert, is: 0 } }
  - { reason: anonymised, when: { from: cKundenNr, matches: '^(?i:anonym)$' } }

# Of numbers without country code, if the record names no country.
phone-region: DE

fields:
  email: cMail
  given_name: cVorname
  family_name: cNachname
  gender: { from: cAnrede, case: lower, table: { m: male, w: female, herr: male, frau: female }, else: null }
  birthdate: { from: dGeburtstag, date: [iso, d.M.yyyy] }
  phone_number: { first: [cTel, cMobil] }
  website: { from: cWWW, replace: { '^www\\.': 'https://www.' } }
  address.street_address: { concat: [cStrasse, cHausnummer] }
  address.postal_code: cPLZ
  address.locality: cOrt
  address.region: cBundesland
  address.country: cLand
  createdTime: { from: dErstellt, instant: [iso, 'd.M.yyyy HH:mm:ss', d.M.yyyy], zone: Europe/Berlin }
  userStatus:
    - { from: cSperre, case: lower, table: { n: null, '0': null, nein: null, no: null, f: null, false: null, falsch: null }, else: DECLINED, empty: refuse }
    # N: the merchant has not released the account yet.
    - { from: cAktiv, case: lower, table: &yes { y: null, '1': null, j: null, ja: null, yes: null, x: null, true: null, t: null, wahr: null }, else: DECLINED, default: DECLINED }
    - { from: nRegistriert, case: lower, table: *yes, else: DECLINED, default: DECLINED }
    - { value: VERIFIED }

status-source:
  - { any: cAktiv, how: Export the column \`cAktiv\` }
  - { any: cSperre, how: 'Add the column \`cSperre\` of the table tkunde, which the customer import does not have' }
  - { any: nRegistriert, how: 'Add the column \`nRegistriert\` of the table tkunde, which the customer import does not have' }
  - { any: cKundenNr, how: 'Export the column \`cKundenNr\`, which names customers who were made anonymous' }

password:
  from: cPasswort
  # 32 digits are MD5, 40 a scheme of its own.
  algorithm: jtl
`,"drupal":`# Users of Drupal: users_field_data with the uuid of the table users, or the table users of Drupal 7; CSV or JSON.
source:
  # An export of phpMyAdmin: header, database and tables in one array.
  records: '[].data'
  columns: optional
  empty: ['NULL', '\\N']

skip:
  - { reason: anonymous, when: { from: uid, is: 0 } }
  - { reason: administrator, when: { from: uid, is: 1 } }
  # The key is the user and the language.
  - { reason: translation of another row, when: { from: default_langcode, is: 0 } }

fields:
  sub: uuid
  email: mail
  username: { from: name, when: { from: name, matches: '^[^@]+$' } }
  # Drupal 7 has the column language.
  locale: { first: [preferred_langcode, language], when: { any: [{ from: preferred_langcode, matches: '^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$' }, { from: language, matches: '^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$' }] } }
  zoneinfo: timezone
  createdTime: { from: created, replace: { '^0+$': '' }, instant: epoch-seconds }
  lastLoggedInTime: { from: login, replace: { '^0+$': '' }, instant: epoch-seconds }
  userStatus:
    # Blocked, or never approved or confirmed.
    - { from: status, case: lower, table: { '1': VERIFIED, j: VERIFIED, ja: VERIFIED, y: VERIFIED, yes: VERIFIED, x: VERIFIED, true: VERIFIED, t: VERIFIED, wahr: VERIFIED }, else: DECLINED, default: DECLINED }

status-source:
  - { any: status, how: Export the column \`status\` }
  - { any: uid, how: 'Export the column \`uid\`: 0 is anonymous, 1 the administrator' }

password:
  from: pass
`,"contao":`# The table tl_member of Contao, as CSV or JSON.
source:
  # An export of phpMyAdmin: header, database and tables in one array.
  records: '[].data'
  columns: optional
  empty: ['NULL', '\\N']

skip:
  - { reason: contact without a login, when: [{ any: [{ from: login, empty: true }, { from: login, matches: '^(?i:0|n|nein|no|f|false|falsch)$' }] }, { from: password, empty: true }] }

fields:
  email: email
  username: { from: username, when: { from: username, matches: '^[^@]+$' } }
  given_name: firstname
  family_name: lastname
  gender: { from: gender, case: lower, table: { male: male, female: female, other: diverse }, else: null }
  phone_number: phone
  website: { from: website, replace: { '^www\\.': 'https://www.' } }
  address.street_address: street
  address.postal_code: postal
  address.locality: city
  address.region: state
  address.country: { from: country, case: upper }
  locale: { from: language, when: { from: language, matches: '^[a-z]{2,3}(?:[-_][A-Z]{2})?$' } }
  createdTime: { from: dateAdded, replace: { '^0+$': '' }, instant: epoch-seconds }
  lastLoggedInTime: { from: lastLogin, replace: { '^0+$': '' }, instant: epoch-seconds }
  userStatus:
    # Empty means no.
    - { from: disable, case: lower, table: { '0': null, n: null, nein: null, no: null, f: null, false: null, falsch: null }, else: DECLINED }
    - { from: login, case: lower, table: { '1': null, j: null, ja: null, y: null, yes: null, x: null, true: null, t: null, wahr: null }, else: DECLINED, default: DECLINED }
    # Seconds since 1970; empty or zero means no limit.
    - { value: DECLINED, when: { from: start, future: true } }
    - { value: DECLINED, when: [{ from: stop, matches: '^(?!0+(?:\\.0)?$).+$' }, { from: stop, future: false }] }
    # Of older versions: the time until which a member is locked after failed logins.
    - { value: DECLINED, when: { from: locked, future: true } }
    - { value: VERIFIED }

status-source:
  - { any: disable, how: Export the column \`disable\` }
  - { any: login, how: Export the column \`login\` }
  - { any: start, how: Export the column \`start\` }
  - { any: stop, how: Export the column \`stop\` }
  - { any: password, how: 'Export the column \`password\`, which is empty for contacts without a login' }

mfa-set-up: { from: useTwoFactor, matches: '^(?!(?i:0(?:\\.0)?|n|nein|no|f|false|falsch)$).+$' }

password:
  from: password
  # Of Contao 2: \`hash:salt\`, or without a salt.
  algorithm: sha1
  saltPosition: prefix
`,"gambio":`# Customers of Gambio, xt:Commerce 3, modified eCommerce and osCommerce: the table customers with the columns of the address
# and of the registration next to it, see the docs.
source:
  # An export of phpMyAdmin: header, database and tables in one array.
  records: '[].data'
  columns: optional
  empty: ['NULL', '\\N', '0000-00-00', '0000-00-00 00:00:00', '1000-01-01 00:00:00']

skip:
  - { reason: guest without an account, when: { from: account_type, matches: '^(?i:true|t|wahr|yes|y|ja|j|x|1(?:\\.0)?)$' } }
  # Group 0 administers the shop.
  - { reason: administrator of the shop, when: { from: customers_status, is: 0 } }

# Of numbers without country code, if the record names no country.
phone-region: DE

fields:
  email: customers_email_address
  given_name: customers_firstname
  family_name: customers_lastname
  gender: { from: customers_gender, case: lower, table: { m: male, f: female }, else: null }
  birthdate: { from: customers_dob, date: iso }
  phone_number: customers_telephone
  address.street_address: { concat: [entry_street_address, entry_house_number] }
  address.postal_code: entry_postcode
  address.locality: entry_city
  address.region: entry_state
  address.country: countries_iso_code_2
  createdTime: { first: [customers_info_date_account_created, customers_date_added], instant: iso, zone: Europe/Berlin }
  lastLoggedInTime: { from: customers_info_date_of_last_logon, instant: iso, zone: Europe/Berlin }
  userStatus:
    # There is no flag for blocked customers. What is neither an account nor a guest is kept out.
    - { from: account_type, case: lower, table: { '0': null, n: null, nein: null, no: null, f: null, false: null, falsch: null }, else: DECLINED }
    - { value: VERIFIED }

status-source:
  # osCommerce has neither of these columns.
  - { any: account_type, where: [customers_cid, customers_status, customers_vat_id, delete_user, member_flag], how: Export the column \`account_type\` }
  - { any: customers_status, where: [customers_cid, account_type, customers_vat_id, delete_user, member_flag], how: 'Export the column \`customers_status\`, the group of the customer' }

# Whether the shop may delete the customer; the test of a tax number; tries to log in.
ignore: [delete_user, customers_status, customers_vat_id_status, customers_warning, login_tries, login_time]

password:
  from: customers_password
  # MD5 of salt and password, or without a salt.
  algorithm: modified
`,"symfony":`# The table fos_user of FOSUserBundle, Sonata and own user tables of Symfony with the same columns, as CSV or JSON.
source:
  # An export of phpMyAdmin: header, database and tables in one array.
  records: '[].data'
  columns: optional
  empty: ['NULL', '\\N']

skip:
  # In serialised PHP, in JSON, or separated by commas.
  - { reason: administrator, when: { from: roles, matches: '(?:^|[",;\\s])ROLE_(?:SUPER_)?ADMIN(?:$|[",;\\s])' } }

fields:
  sub: { from: id, when: { from: id, matches: '^[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}$' } }
  email: email
  username: { from: username, when: { from: username, matches: '^[^@]+$' } }
  # Columns that applications add.
  given_name: { first: [firstname, first_name] }
  family_name: { first: [lastname, last_name] }
  createdTime: { from: created_at, replace: { '^0000-00-00.*$': '' }, instant: iso, zone: Europe/Berlin }
  lastLoggedInTime: { from: last_login, replace: { '^0000-00-00.*$': '' }, instant: iso, zone: Europe/Berlin }
  userStatus:
    # Disabled, or not yet confirmed: a token is no sign for the latter, since a forgotten password leaves one as well.
    - { from: enabled, case: lower, table: { '1': null, j: null, ja: null, y: null, yes: null, x: null, true: null, t: null, wahr: null }, else: DECLINED, default: DECLINED }
    # Of version 1.
    - { from: locked, case: lower, table: &no { '0': null, n: null, nein: null, no: null, f: null, false: null, falsch: null }, else: DECLINED }
    - { from: expired, case: lower, table: *no, else: DECLINED }
    - { value: DECLINED, when: [{ from: expires_at, empty: false }, { from: expires_at, future: false }] }
    - { from: credentials_expired, case: lower, table: *no, else: DECLINED }
    - { value: DECLINED, when: [{ from: credentials_expire_at, empty: false }, { from: credentials_expire_at, future: false }] }
    - { value: VERIFIED }

status-source:
  - { any: enabled, how: Export the column \`enabled\` }
  - { any: roles, how: Export the column \`roles\` }
  # Version 1 has all of them, version 2 none.
  - { any: locked, where: [expired, expires_at, credentials_expired, credentials_expire_at], how: Export the column \`locked\` }
  - { any: expired, where: [locked, expires_at, credentials_expired, credentials_expire_at], how: Export the column \`expired\` }
  - { any: expires_at, where: [locked, expired, credentials_expired, credentials_expire_at], how: Export the column \`expires_at\` }
  - { any: credentials_expired, where: [locked, expired, expires_at, credentials_expire_at], how: Export the column \`credentials_expired\` }
  - { any: credentials_expire_at, where: [locked, expired, expires_at, credentials_expired], how: Export the column \`credentials_expire_at\` }

password:
  from: password
  # The default of old versions, which always has a salt, without invisible characters.
  algorithm: { from: salt, replace: { '^[!-~]+$': symfony-sha512 }, table: { symfony-sha512: symfony-sha512 }, default: auto }
  salt: salt
`,"aspnet-membership":`# aspnet_Users with aspnet_Membership of ASP.NET 2 to 4 (DNN, Sitecore, Episerver), joined by UserId, as CSV or JSON.
source:
  columns: optional
  empty: ['NULL', '\\N']

skip:
  - { reason: anonymous, when: { from: IsAnonymous, matches: '^(?i:true|t|wahr|yes|y|ja|j|x|1(?:\\.0)?)$' } }

fields:
  sub: { from: UserId, case: lower }
  email: Email
  username: { from: UserName, when: { from: UserName, matches: '^[^@]+$' } }
  # 1754 means never.
  createdTime: { from: CreateDate, replace: { '^1754-01-01.*$': '' }, instant: iso, zone: UTC }
  lastLoggedInTime: { from: LastLoginDate, replace: { '^1754-01-01.*$': '' }, instant: iso, zone: UTC }
  userStatus:
    - { from: IsAnonymous, case: lower, table: &no { '0': null, n: null, nein: null, no: null, f: null, false: null, falsch: null }, else: DECLINED, empty: refuse }
    # Locked after failed logins, until an administrator unlocks the account.
    - { from: IsLockedOut, case: lower, table: *no, else: DECLINED, empty: refuse }
    # Not approved, or not yet confirmed.
    - { from: IsApproved, case: lower, table: { '1': VERIFIED, j: VERIFIED, ja: VERIFIED, y: VERIFIED, yes: VERIFIED, x: VERIFIED, true: VERIFIED, t: VERIFIED, wahr: VERIFIED }, else: DECLINED, default: DECLINED }

status-source:
  - { any: IsApproved, how: Export the column \`IsApproved\` of aspnet_Membership }
  - { any: IsLockedOut, how: Export the column \`IsLockedOut\` of aspnet_Membership }
  - { any: IsAnonymous, how: Export the column \`IsAnonymous\` of aspnet_Users }
  - { any: PasswordFormat, how: 'Export the column \`PasswordFormat\` of aspnet_Membership, which says what the password is' }

# When the account was locked, not whether it is.
ignore: [LastLockoutDate]

password:
  from: Password
  # 0 is clear text, 1 hashed, 2 encrypted with the key of the machine.
  algorithm:
    concat: [PasswordFormat, Password]
    separator: ':'
    # SHA-256 where the application sets it; HMAC of SHA-256 looks the same.
    replace: { '^0(?::.*)?$': clear-text, '^2(?::.*)?$': encrypted, '^1:[A-Za-z0-9+/]{43}=$': aspnet-membership-sha256, '^1(?::.*)?$': aspnet-membership-sha1 }
    table:
      clear-text: clear-text
      encrypted: encrypted
      aspnet-membership-sha1: aspnet-membership-sha1
      aspnet-membership-sha256: aspnet-membership-sha256
  salt: PasswordSalt
`,"woltlab":`# The table wcf1_user of WoltLab Suite and Burning Board, as CSV or JSON.
source:
  # An export of phpMyAdmin: header, database and tables in one array.
  records: '[].data'
  columns: optional
  empty: ['NULL', '\\N']

skip:
  # The time at which the user asked for the deletion.
  - { reason: deletion requested, when: { from: quitStarted, matches: '^(?!0+(?:\\.0)?$).+$' } }

fields:
  email: email
  username: { from: username, when: { from: username, matches: '^[^@]+$' } }
  createdTime: { from: registrationDate, replace: { '^0+$': '' }, instant: epoch-seconds }
  lastLoggedInTime: { from: lastActivityTime, replace: { '^0+$': '' }, instant: epoch-seconds }
  userStatus:
    # The software itself takes a ban away when it ends.
    - { from: banned, case: lower, table: { '0': null, n: null, nein: null, no: null, f: null, false: null, falsch: null }, else: DECLINED, empty: refuse }
    # Not activated, by the user or by an administrator.
    - { from: activationCode, table: { '0': null }, else: DECLINED, empty: refuse }
    # The token of an address that is not confirmed yet.
    - { value: PENDING, when: { from: emailConfirmed, empty: false } }
    - { value: VERIFIED }

status-source:
  - { any: banned, how: Export the column \`banned\` }
  - { any: activationCode, how: Export the column \`activationCode\` }
  - { any: quitStarted, how: Export the column \`quitStarted\` }
  # Since version 5.3.
  - { any: emailConfirmed, where: [blacklistMatches, multifactorActive], how: Export the column \`emailConfirmed\` }

# Details of a ban; pictures and signatures that a moderator took away.
ignore: [banReason, banExpires, disableAvatar, disableAvatarReason, disableAvatarExpires, disableSignature, disableSignatureReason, disableSignatureExpires, disableCoverPhoto, disableCoverPhotoReason, disableCoverPhotoExpires, blacklistMatches]

identities:
  # \`google:104523\`
  - provider: { from: authData, replace: { ':.*$': '' }, table: { facebook: facebook, github: github, google: google, twitter: twitter } }
    providerUserId: { from: authData, replace: { '^[^:]*:': '' } }

email-verified: { from: emailConfirmed, empty: true }

mfa-set-up: { from: multifactorActive, matches: '^(?!(?i:0(?:\\.0)?|n|nein|no|f|false|falsch)$).+$' }

password:
  from: password
  # \`$2a$08$\` without a name is bcrypt twice.
  algorithm: woltlab
  passwordless: { from: authData, empty: false }
`,"joomla":`# The table #__users of Joomla with the groups of each user in a column group_ids, see the docs; CSV or JSON.
source:
  # An export of phpMyAdmin: header, database and tables in one array.
  records: '[].data'
  columns: optional
  empty: ['NULL', '\\N', '0000-00-00 00:00:00']

skip:
  # Managers, administrators and super users of a new site.
  - { reason: administrator, when: { from: group_ids, matches: '(?:^|\\D)0*[678](?:\\D|$)' } }

fields:
  email: email
  username: { from: username, when: { from: username, matches: '^[^@]+$' } }
  # One name only: the last word is taken for the family name.
  given_name: { from: name, namePart: given }
  family_name: { from: name, namePart: family }
  createdTime: { from: registerDate, instant: iso, zone: UTC }
  lastLoggedInTime: { from: lastvisitDate, instant: iso, zone: UTC }
  userStatus:
    # Blocked, or not yet activated.
    - { from: block, case: lower, table: { '0': VERIFIED, n: VERIFIED, nein: VERIFIED, no: VERIFIED, f: VERIFIED, false: VERIFIED, falsch: VERIFIED }, else: DECLINED, empty: refuse }

status-source:
  - { any: block, how: Export the column \`block\` }
  - { any: group_ids, how: 'Export the groups of each user as the column \`group_ids\` (docs/presets.md#joomla has the query)' }

# Of version 3 and 4.0; later ones have a table of their own.
mfa-set-up: { from: otpKey, empty: false }

password:
  from: password
  # Before 2.5.18 and 3.2.1: \`hash:salt\`.
  algorithm: md5
  saltPosition: suffix
`,"prestashop":`# The table ps_customer of PrestaShop, as CSV or JSON.
source:
  # An export of phpMyAdmin: header, database and tables in one array.
  records: '[].data'
  columns: optional
  empty: ['NULL', '\\N', '0000-00-00', '0000-00-00 00:00:00']

skip:
  - { reason: guest without an account, when: { from: is_guest, matches: '^(?i:true|t|wahr|yes|y|ja|j|x|1(?:\\.0)?)$' } }
  - { reason: deleted, when: { from: deleted, matches: '^(?i:true|t|wahr|yes|y|ja|j|x|1(?:\\.0)?)$' } }

fields:
  email: email
  given_name: firstname
  family_name: lastname
  gender: { from: id_gender, table: { '1': male, '2': female }, else: null }
  birthdate: { from: birthday, date: iso }
  website: { from: website, replace: { '^www\\.': 'https://www.' } }
  createdTime: { from: date_add, instant: iso, zone: Europe/Berlin }
  userStatus:
    - { from: is_guest, case: lower, table: &no { '0': null, n: null, nein: null, no: null, f: null, false: null, falsch: null }, else: DECLINED, empty: refuse }
    - { from: deleted, case: lower, table: *no, else: DECLINED, empty: refuse }
    - { from: active, case: lower, table: { '1': VERIFIED, j: VERIFIED, ja: VERIFIED, y: VERIFIED, yes: VERIFIED, x: VERIFIED, true: VERIFIED, t: VERIFIED, wahr: VERIFIED }, else: DECLINED, default: DECLINED }

status-source:
  - { any: active, how: Export the column \`active\` }
  - { any: is_guest, how: Export the column \`is_guest\` }
  - { any: deleted, how: Export the column \`deleted\` }

password:
  from: passwd
  # Before 1.7: MD5 of _COOKIE_KEY_, which is in the settings of the shop, and the password.
  algorithm: md5
  secret: prestashop-cookie-key
  secretPosition: prefix
`,"devise":`# The table users of a Rails application with Devise, as CSV or JSON.
source:
  columns: optional
  empty: ['NULL', '\\N']

fields:
  sub: { first: [uuid, id], when: { any: [{ from: uuid, empty: false }, { from: id, matches: '^[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}$' }] } }
  email: email
  username: { from: username, when: { from: username, matches: '^[^@]+$' } }
  given_name:
    - { first: [first_name, firstname] }
    - { from: name, when: [{ from: last_name, empty: true }, { from: lastname, empty: true }], namePart: given }
  family_name:
    - { first: [last_name, lastname] }
    - { from: name, when: [{ from: first_name, empty: true }, { from: firstname, empty: true }], namePart: family }
  createdTime: { from: created_at, instant: iso, zone: UTC }
  lastLoggedInTime: { first: [current_sign_in_at, last_sign_in_at], instant: iso, zone: UTC }
  userStatus:
    # Until a time, or until the account is unlocked, as the application chooses.
    - { value: DECLINED, when: { from: locked_at, empty: false } }
    # Columns that applications and packages add.
    - { value: DECLINED, when: { from: deleted_at, empty: false } }
    - { value: DECLINED, when: { from: discarded_at, empty: false } }
    - { value: DECLINED, when: { from: banned_at, empty: false } }
    - { value: DECLINED, when: { from: blocked_at, empty: false } }
    - { value: DECLINED, when: { from: suspended_at, empty: false } }
    - { value: DECLINED, when: { from: disabled_at, empty: false } }
    - { from: active, case: lower, table: &yes { '1': null, j: null, ja: null, y: null, yes: null, x: null, true: null, t: null, wahr: null }, else: DECLINED, default: DECLINED }
    - { from: approved, case: lower, table: *yes, else: DECLINED, default: DECLINED }
    - { value: PENDING, when: { from: confirmed_at, empty: true } }
    - { value: VERIFIED }

status-source:
  - { any: confirmed_at, how: 'Export the column \`confirmed_at\`; of an application without the module confirmable, see docs/presets.md#devise' }
  - { any: locked_at, where: [unlock_token, failed_attempts], how: Export the column \`locked_at\` }

email-verified: { from: confirmed_at, empty: false }

mfa-set-up: { from: otp_required_for_login, matches: '^(?!(?i:0(?:\\.0)?|n|nein|no|f|false|falsch)$).+$' }

password:
  from: encrypted_password
`,"sap-commerce":`# Customers of SAP Commerce (Hybris): an ImpEx export, or rows of the table users.
source:
  columns: loose
  empty: ['NULL', '<null>']

skip:
  - { reason: another type than Customer, when: { from: '@itemtype', matches: '^(?!.*Customer$).+$' } }
  - reason: guest
    when: { any: [{ from: type, matches: '(?:^|\\.)GUEST$' }, { from: uid, matches: '^[^|@]+\\|' }, { from: uniqueid, matches: '^[^|@]+\\|' }] }
  - { reason: user of the system, when: { any: [{ from: uid, is: [anonymous, admin] }, { from: uniqueid, is: [anonymous, admin] }] } }

fields:
  sub:
    - { from: customerID, when: { from: customerID, matches: &uuid '^[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$' } }
    - { from: p_customerid, when: { from: p_customerid, matches: *uuid } }
  email:
    - { from: uid, when: { from: uid, matches: '^\\S+@\\S+$' } }
    - { from: uniqueid, when: { from: uniqueid, matches: '^\\S+@\\S+$' } }
    # Of companies, whose customers may have other names.
    - { first: [email, p_email] }
  username:
    - { from: uid, when: { from: uid, matches: '^[^@]+$' } }
    - { from: uniqueid, when: { from: uniqueid, matches: '^[^@]+$' } }
  given_name: { first: [name, p_name], namePart: given }
  family_name: { first: [name, p_name], namePart: family }
  locale: { from: sessionLanguage, replace: { '^\\d+$': '' } }
  userStatus:
    - { first: [loginDisabled, p_logindisabled], case: lower, table: { false: null, '0': null, n: null, no: null, nein: null, f: null }, else: DECLINED, empty: refuse }
    - { value: DECLINED, when: [{ from: deactivationDate, empty: false }, { from: deactivationDate, future: false }] }
    - { value: DECLINED, when: [{ from: p_deactivationdate, empty: false }, { from: p_deactivationdate, future: false }] }
    - { value: VERIFIED }

status-source:
  - { any: [loginDisabled, p_logindisabled], how: Export the attribute \`loginDisabled\` }
  - { any: [deactivationDate, p_deactivationdate], how: Export the attribute \`deactivationDate\` }

password:
  # \`md5:…\` in one cell, or the encoding in a column of its own.
  concat: [passwordEncoding, p_passwordencoding, encodedPassword, password, passwd]
  separator: ':'
  # Hashes with a mark of their own.
  replace: { '^(?:bcrypt|argon2):\\$': '$$' }
  algorithm: sap-commerce
  salt: { first: [uid, uniqueid] }
  # The system salt.
  secret: sap-commerce-salt
`,"salesforce-commerce-cloud":`# Customers of Salesforce Commerce Cloud (Demandware), exported as XML: those of a site, or a customer list.
source:
  records: [customers/customer, customer-list/customer, customer-list/customers/customer]
  columns: optional

skip:
  - { reason: marked for deletion, when: { from: '@mode', is: delete } }

fields:
  # What customers log in with; their profile may have another address.
  email:
    - { from: credentials.login, when: { from: credentials.login, matches: '^\\S+@\\S+$' } }
    - { from: profile.email }
  username: { from: credentials.login, when: { from: credentials.login, matches: '^[^@]+$' } }
  given_name: profile.first-name
  middle_name: profile.second-name
  family_name: profile.last-name
  gender: { from: profile.gender, case: lower, table: { '1': male, '2': female, male: male, female: female }, else: null }
  birthdate: { from: profile.birthday, replace: { '(?:Z|[+-]\\d\\d:\\d\\d)$': '' }, date: iso }
  mobile_number: { from: profile.phone-mobile, phone: true }
  phone_number: { first: [profile.phone-home, profile.phone-business] }
  locale: { from: profile.preferred-locale, replace: { '^default$': '' } }
  # The preferred address; the first one if none is.
  address.street_address:
    - { concat: ['addresses.address[@preferred=true].address1', 'addresses.address[@preferred=true].address2'] }
    - { concat: ['addresses.address[0].address1', 'addresses.address[0].address2'], when: &first { from: 'addresses.address[@preferred=true].@address-id', empty: true } }
  address.postal_code:
    - { from: 'addresses.address[@preferred=true].postal-code' }
    - { from: 'addresses.address[0].postal-code', when: *first }
  address.locality:
    - { from: 'addresses.address[@preferred=true].city' }
    - { from: 'addresses.address[0].city', when: *first }
  address.region:
    - { from: 'addresses.address[@preferred=true].state-code' }
    - { from: 'addresses.address[0].state-code', when: *first }
  address.country:
    - { from: 'addresses.address[@preferred=true].country-code', case: upper }
    - { from: 'addresses.address[0].country-code', case: upper, when: *first }
  createdTime: { from: profile.creation-date, instant: iso, zone: UTC }
  lastLoggedInTime: { from: profile.last-login-time, instant: iso, zone: UTC }
  userStatus: { from: credentials.enabled-flag, case: lower, table: { true: VERIFIED, '1': VERIFIED, false: DECLINED, '0': DECLINED }, empty: refuse }

status-source:
  - any: credentials.enabled-flag
    how: Export customers with their credentials

identities:
  - each: external-profiles.external-profile
    provider:
      from: each.provider-id
      case: lower
      table:
        amazon: amazon
        apple: apple
        facebook: facebook
        google: google
        instagram: instagram
        linkedin: linkedin
        microsoft: microsoft
        paypal: paypal
        twitter: twitter
        yahoo: yahoo
    providerUserId: each.external-id

# The flag is about the address in the profile. It is empty where the site does not verify addresses.
email-verified:
  - { from: profile.email-verified-flag, is: [true, '1'] }
  - any:
      - { from: profile.email, includes: credentials.login }
      - { from: credentials.login, matches: '^[^@]*$' }
      - { from: credentials.login, empty: true }
`}})};