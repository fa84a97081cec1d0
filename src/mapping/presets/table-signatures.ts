import type { PresetName } from './preset-name.ts';

/** How the users of a system are recognised in an export of its database. */
export interface TableSignature {
  readonly preset: PresetName;
  /** Completes "looks like": `the table of users of Drupal`. */
  readonly title: string;
  /** Sets of columns, as CSV or JSON; all of one of the sets must be present. */
  readonly columns: readonly (readonly string[])[];
}

/** Systems whose users are exported from a table. */
export const TABLE_SIGNATURES: readonly TableSignature[] = [
  {
    preset: 'typo3',
    title: 'the table of frontend users of TYPO3',
    columns: [['uid', 'pid', 'usergroup']],
  },
  { preset: 'oxid', title: 'the table of users of OXID eShop', columns: [['OXID', 'OXUSERNAME', 'OXPASSWORD']] },
  {
    preset: 'liferay',
    title: 'the table of users of Liferay',
    // As MySQL, PostgreSQL and Oracle spell them.
    columns: [
      ['uuid_', 'screenName', 'emailAddress'],
      ['uuid_', 'screenname', 'emailaddress'],
      ['UUID_', 'SCREENNAME', 'EMAILADDRESS'],
    ],
  },
  { preset: 'jtl-shop', title: 'customers of JTL-Shop', columns: [['cPasswort', 'cMail', 'cNachname']] },
  { preset: 'drupal', title: 'the table of users of Drupal', columns: [['uid', 'pass', 'mail']] },
  {
    preset: 'contao',
    title: 'the table of members of Contao',
    columns: [['firstname', 'assignDir', 'login', 'disable']],
  },
  {
    preset: 'gambio',
    title: 'customers of Gambio, modified eCommerce or osCommerce',
    columns: [['customers_email_address', 'customers_password']],
  },
  {
    preset: 'symfony',
    title: 'the table of users of FOSUserBundle',
    columns: [['username_canonical', 'email_canonical']],
  },
  {
    preset: 'aspnet-membership',
    title: 'the tables of ASP.NET Membership',
    columns: [['PasswordFormat', 'IsApproved', 'IsLockedOut']],
  },
  {
    preset: 'woltlab',
    title: 'the table of users of WoltLab Suite',
    columns: [['userID', 'activationCode', 'banned']],
  },
  { preset: 'joomla', title: 'the table of users of Joomla', columns: [['block', 'sendEmail', 'registerDate']] },
  {
    preset: 'prestashop',
    title: 'the table of customers of PrestaShop',
    columns: [['id_customer', 'passwd', 'is_guest']],
  },
  {
    preset: 'devise',
    title: 'the table of users of a Rails application with Devise',
    columns: [['encrypted_password', 'reset_password_token']],
  },
];
