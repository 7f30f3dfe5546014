import type { ObjectModel } from '../../metadata/model.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { fail } from './work.ts';
import type { Engine, Work } from './work.ts';

const ENCODINGS = 'UTF-8|ISO-8859-1|Shift_JIS|ISO-2022-JP|EUC-JP|ks_c_5601-1987|Big5|GB2312|Big5-HKSCS|x-SJIS_0213';
/** Languages with full support, and those for end users. */
const LANGUAGES =
  'en_US|de|es|fr|it|ja|sv|ko|zh_TW|zh_CN|pt_BR|nl_NL|da|th|fi|ru|es_MX|no|ar|bg|hr|cs|en_GB|el|iw|hu|in|pl|pt_PT|ro|sk|sl|tr|uk|vi';

const CLOSED_LISTS: Readonly<Record<string, (value: string) => boolean>> = {
  TimeZoneSidKey: isTimeZone,
  LocaleSidKey: isLocale,
  LanguageLocaleKey: (value) => LANGUAGES.split('|').includes(value),
  EmailEncodingKey: (value) => ENCODINGS.split('|').includes(value)
};

/** What the platform asks of users beyond their fields: names that nobody has, and settings that it knows. */
export function checkUsers(object: ObjectModel, works: readonly Work[], engine: Engine): void {
  if (object.name !== 'User') return;
  const names = new Set<string>();
  for (const work of works) {
    for (const [name, isKnown] of Object.entries(CLOSED_LISTS)) {
      const value = work.row.get(name);
      if (typeof value === 'string' && value !== work.before?.get(name) && !isKnown(value))
        fail(
          work,
          'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
          `${object.fields.get(name.toLowerCase())!.label}: bad value for restricted picklist field: ${value}`,
          [name]
        );
    }
    const username = work.row.get('Username');
    if (typeof username !== 'string') continue;
    const id = work.row.get('Id');
    const [holder] = engine.store.get('SELECT "Id" FROM "User" WHERE "Username" = ? COLLATE NOCASE AND "Id" <> ?', [
      username,
      id instanceof ApexId ? id.value : ''
    ]) ?? [null];
    if (holder !== null || names.has(username.toLowerCase()))
      fail(
        work,
        'DUPLICATE_USERNAME',
        "Duplicate Username. The username already exists in this or another Salesforce organization. Usernames must be unique across all Salesforce organizations. To resolve, use a different username (it does not need to match the user's email address).",
        ['Username']
      );
    names.add(username.toLowerCase());
  }
}

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** `de`, `de_DE`, `de_DE_EURO`, `sr_Latn_RS`: languages and countries that there are. */
function isLocale(value: string): boolean {
  const [language = '', ...rest] = value.replace(/_(EURO|PREEURO)$/, '').split('_');
  const old: Readonly<Record<string, string>> = { iw: 'he', in: 'id', ji: 'yi', sh: 'sr' };
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([old[language] ?? language, ...rest].join('-')).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
