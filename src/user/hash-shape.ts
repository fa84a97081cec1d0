/** `$id$…$…` of crypt(3) and PHC, with the prefixes that WordPress, Django, LDAP, TYPO3 and Drupal put before theirs. */
const TAGGED =
  /^\{[A-Za-z][\w@-]*(?:, ?\d+)?\}\S{8,}$|^(?:\{[\w@-]+\}|[CMU])?\$[\w.-]*\$\S+|^(?:bcrypt|argon2|scrypt|md5|sha1|pbkdf2|unsalted)\w*\$\S*/;
/** The same, or quoted base64, in the middle of something else: credentials as JSON text. */
const INSIDE = /\$2[abxy]\$\d\d\$[./A-Za-z0-9]{53}|\$argon2(?:id|i|d)\$|\$pbkdf2|"[A-Za-z0-9+/]{22,}={1,2}"/;
/** MD5, SHA-1, SHA-2 and similar digests as plain hex; MySQL's `*`, SQL Server's `0x`. */
const HEX = /^(?:\*|0x)?([0-9a-f]{32,128})$/i;
const HEX_DIGITS: ReadonlySet<number | undefined> = new Set([32, 40, 48, 56, 64, 96, 128]);
/** `hash:salt:version` (Magento), `salt:hash`, `iterations:salt:hash` (Shopware). */
const HEX_WITH_SALT = /^[0-9a-f]{32,128}:|:(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/i;
/** Base64 of 16 bytes or more: only padding distinguishes it from an id, so unpadded base64 does not count. */
const BASE64 = /^[A-Za-z0-9+/_-]{22,}={1,2}$/;

/**
 * Whether this text looks like a password hash (or a salt or key in base64). Such a text is rejected as an identifier and masked
 * in all output. In doubt the answer is yes: a plain hex id of 32 digits counts, since it looks the same as MD5.
 */
export function looksLikeHash(value: string): boolean {
  // Ids of SAP CDC are base64 with one of these prefixes.
  if (value.length < 20 || /^_gu?id_/.test(value)) return false;
  if (looksLikeTaggedHash(value)) return true;
  // Called for every text of an export: cheap tests of single characters come before regular expressions.
  if (value.includes(':')) return HEX_WITH_SALT.test(value);
  return value.endsWith('=') ? BASE64.test(value) : HEX_DIGITS.has(HEX.exec(value)?.[1]?.length);
}

/**
 * The same for texts in which a plain hex or base64 id is ordinary (ids of other providers): only shapes that name their
 * algorithm count.
 */
export function looksLikeTaggedHash(value: string): boolean {
  if (value.length < 20 || !/["$]|^\{/.test(value)) return false;
  return TAGGED.test(value) || INSIDE.test(value);
}
