import type { AlgorithmName } from './algorithm.ts';

/**
 * How far cidaas itself supports an algorithm:
 * `documented` with every detail that matters; `open` too, but its documentation leaves a detail open; `configurable` only when
 * the tenant is set up for it, which the mapping declares with an id; `verifier` not at all, it takes a verifier of the customer.
 */
type Support = 'documented' | 'open' | 'configurable' | 'verifier';

/** How an algorithm is recognised and sent to cidaas. */
export interface AlgorithmEntry {
  /**
   * Encodings of it that are recognised, as text. A ring (°) after one means that its salt is bytes: cidaas has no form for such
   * a hash, and only a verifier checks it, whatever `support` is.
   */
  readonly from: string;
  readonly support: Support;
  /** The `algorithmTypeId`; `n` is bcrypt's cost. Null when cidaas has none of its own. */
  readonly id: string | null;
  /** A detail that cidaas does not document, as the rest of "does not say …"; null when no important one is missing. */
  readonly open: string | null;
}

const PBKDF2_OPEN = 'which digest its PBKDF2 uses and how the hash must be encoded';
const ARGON_OPEN = 'how the id of Argon2 is spelled';
const SALTED_OPEN = 'whether the salt comes before or after the password, unless the tenant is set up for it';
const HMAC_OPEN = 'whether the salt is the key of the HMAC';
const SALTED = 'Kratos°, Magento, Shopware, SAP CDC, Akamai, Spring, `hash:salt`, declared';

/**
 * Every algorithm. Source: docs.cidaas.com, password hashing (3.102.8 and current), which names BCRYPT_n, ARGON, SHA1,
 * SHA256, PBKDF2, HMAC-SHA-256, HMAC… and CUSTOM….
 */
export const ALGORITHMS: Readonly<Record<AlgorithmName, AlgorithmEntry>> = {
  bcrypt: {
    from: '`$2a$`, `$2b$`, `$2y$`; split (FusionAuth, Okta)',
    support: 'documented',
    id: 'BCRYPT_n',
    open: null,
  },
  sha1: { from: '`{SHA}`, `{SHA-1}`, declared', support: 'documented', id: 'SHA1', open: null },
  sha256: { from: '`{SHA256}`, `{SHA-256}`, declared', support: 'documented', id: 'SHA256', open: null },
  argon2id: { from: '`$argon2id$`, Keycloak, Django, Magento', support: 'open', id: 'ARGON', open: ARGON_OPEN },
  argon2i: { from: '`$argon2i$`, Keycloak', support: 'open', id: 'ARGON', open: ARGON_OPEN },
  argon2d: { from: '`$argon2d$`, Keycloak', support: 'open', id: 'ARGON', open: ARGON_OPEN },
  'pbkdf2-sha256': {
    from: 'Django, Keycloak°, ForgeRock°, ASP.NET°, FusionAuth°, PHC°, TYPO3°, Spring°, 389 Directory Server°, Neos°, Java°, declared',
    support: 'open',
    id: 'PBKDF2',
    open: PBKDF2_OPEN,
  },
  'hmac-sha256': { from: 'Auth0, Kratos°, declared', support: 'open', id: 'HMAC-SHA-256', open: HMAC_OPEN },
  'pbkdf2-md5': { from: 'PHC°, declared', support: 'configurable', id: null, open: PBKDF2_OPEN },
  'pbkdf2-sha1': {
    from: 'SAP CDC°, ASP.NET version 2°, Django, Keycloak°, Liferay°, Spring°, SAP Commerce°, Atlassian°, declared',
    support: 'configurable',
    id: null,
    open: PBKDF2_OPEN,
  },
  'pbkdf2-sha384': { from: 'PHC°, declared', support: 'configurable', id: null, open: PBKDF2_OPEN },
  'pbkdf2-sha512': {
    from: 'Keycloak°, ASP.NET°, Auth0°, Django, Symfony, Java°, declared',
    support: 'configurable',
    id: null,
    open: PBKDF2_OPEN,
  },
  'hmac-md5': { from: 'Auth0, declared', support: 'configurable', id: null, open: HMAC_OPEN },
  'hmac-sha1': { from: 'Auth0, declared', support: 'configurable', id: null, open: HMAC_OPEN },
  'hmac-sha384': { from: 'Auth0, declared', support: 'configurable', id: null, open: HMAC_OPEN },
  'hmac-sha512': { from: 'Auth0, declared', support: 'configurable', id: null, open: HMAC_OPEN },
  'md5-salted': { from: `\`{SMD5}\`°, ${SALTED}`, support: 'configurable', id: null, open: SALTED_OPEN },
  'sha1-salted': { from: `\`{SSHA}\`°, ${SALTED}`, support: 'configurable', id: null, open: SALTED_OPEN },
  'sha256-salted': { from: `\`{SSHA256}\`°, ${SALTED}`, support: 'configurable', id: null, open: SALTED_OPEN },
  'sha384-salted': { from: '`{SSHA384}`°, Kratos°, declared', support: 'configurable', id: null, open: SALTED_OPEN },
  'sha512-salted': {
    from: '`{SSHA512}`°, Kratos°, SAP CDC, OXID, declared',
    support: 'configurable',
    id: null,
    open: SALTED_OPEN,
  },
  md5: { from: '`{MD5}`, Shopware, Akamai, declared', support: 'verifier', id: null, open: null },
  sha384: { from: '`{SHA384}`, `{SHA-384}`, declared', support: 'verifier', id: null, open: null },
  sha512: { from: '`{SHA512}`, `{SHA-512}`, declared', support: 'verifier', id: null, open: null },
  md2: { from: '`{MD2}` (Liferay)', support: 'verifier', id: null, open: null },
  'md2-salted': { from: 'declared', support: 'verifier', id: null, open: null },
  md4: { from: '`{MD4}` (Spring), declared', support: 'verifier', id: null, open: null },
  'md4-salted': { from: '`{MD4}{salt}` (Spring), declared', support: 'verifier', id: null, open: null },
  'peppered-digest': {
    from: 'SAP Commerce, PrestaShop, declared with a `secret`',
    support: 'verifier',
    id: null,
    open: null,
  },
  'iterated-digest': {
    from: 'Spring `{sha256}`, Symfony, AEM, `{x-issha, n}`',
    support: 'verifier',
    id: null,
    open: null,
  },
  'digest-chain': { from: 'WoltLab `wcf1:`, vBulletin', support: 'verifier', id: null, open: null },
  'self-hmac': { from: 'Umbraco', support: 'verifier', id: null, open: null },
  'bcrypt-wordpress': { from: '`$wp$2y$` (WordPress 6.8 and later)', support: 'verifier', id: null, open: null },
  'bcrypt-django-sha256': { from: '`bcrypt_sha256$` (Django)', support: 'verifier', id: null, open: null },
  'bcrypt-md5-hex': { from: 'declared', support: 'verifier', id: null, open: null },
  'bcrypt-sha1-hex': { from: 'declared', support: 'verifier', id: null, open: null },
  'bcrypt-sha256-hex': { from: 'declared', support: 'verifier', id: null, open: null },
  'bcrypt-sha512-hex': { from: 'declared', support: 'verifier', id: null, open: null },
  'bcrypt-sha384-base64': { from: '`$2y$` of TYPO3', support: 'verifier', id: null, open: null },
  'bcrypt-long-sha512': { from: 'declared (Symfony, Contao)', support: 'verifier', id: null, open: null },
  'bcrypt-hmac-sha256': {
    from: 'declared with a `secret` (modified eCommerce)',
    support: 'verifier',
    id: null,
    open: null,
  },
  'bcrypt-pepper': { from: 'declared with a `secret` (Devise)', support: 'verifier', id: null, open: null },
  'bcrypt-double': { from: '`wcf2:`, `$2a$` of WoltLab', support: 'verifier', id: null, open: null },
  scrypt: { from: '`$scrypt$`, Django, Auth0, Spring, better-auth', support: 'verifier', id: null, open: null },
  'firebase-scrypt': { from: 'Firebase, `$firescrypt$`, `$f_scrypt$`', support: 'verifier', id: null, open: null },
  phpass: { from: '`$P$`, `$H$` (WordPress before 6.8, phpBB)', support: 'verifier', id: null, open: null },
  'phpass-sha1': { from: '`$Q$` (modified eCommerce)', support: 'verifier', id: null, open: null },
  'phpass-sha512': { from: '`$S$` (Drupal 7 to 10.0)', support: 'verifier', id: null, open: null },
  'upgraded-md5': { from: '`M$P$` (TYPO3), `U$S$`, `U$P$` (Drupal)', support: 'verifier', id: null, open: null },
  jtl: { from: '40 hexadecimal digits of JTL-Shop', support: 'verifier', id: null, open: null },
  'md5-crypt': { from: '`$1$`', support: 'verifier', id: null, open: null },
  'sha256-crypt': { from: '`$5$`', support: 'verifier', id: null, open: null },
  'sha512-crypt': { from: '`$6$`', support: 'verifier', id: null, open: null },
  'des-crypt': { from: '`{CRYPT}` and `{UFC-CRYPT}` with 13 characters', support: 'verifier', id: null, open: null },
  'shopware-sha256': { from: '`iterations:salt:hash` (Shopware 5)', support: 'verifier', id: null, open: null },
  'magento-chain': {
    from: '`hash:salt:1:3_…` (upgraded hashes of Magento)',
    support: 'verifier',
    id: null,
    open: null,
  },
};

export function isAlgorithmName(name: string): name is AlgorithmName {
  return Object.hasOwn(ALGORITHMS, name);
}
