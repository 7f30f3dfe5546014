import type { FieldModel, ObjectModel } from '../metadata/model.ts';
import { current } from '../runtime/execution.ts';
import { formatDate } from '../runtime/locale-format.ts';
import { ApexDate } from '../runtime/values/date.ts';
import { ApexDatetime } from '../runtime/values/datetime.ts';
import { Decimal } from '../runtime/values/decimal.ts';

/** toLabel(): the label of a picklist value; other values as they are. */
export function labelOf(_object: ObjectModel, field: FieldModel, value: unknown): unknown {
  if (typeof value !== 'string' || !field.picklist) return value;
  const label = (part: string): string => field.picklist!.values.find((item) => item.value === part)?.label ?? part;
  return field.type === 'MultiselectPicklist' ? value.split(';').map(label).join(';') : label(value);
}

/** FORMAT(): numbers, currency and dates as the user's locale writes them. */
export function formatValue(field: FieldModel, value: unknown): unknown {
  const { user } = current();
  const locale = user.locale.replace('_', '-');
  if (value instanceof Decimal) {
    const digits = { minimumFractionDigits: field.scale ?? 0, maximumFractionDigits: field.scale ?? 0 };
    const text = new Intl.NumberFormat(
      locale,
      field.type === 'Currency' ? { style: 'currency', currency: 'USD', ...digits } : digits
    ).format(value.toPlainString() as never);
    return field.type === 'Percent' ? `${text}%` : text;
  }
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
  if (value instanceof ApexDate) return formatDate(value);
  if (value instanceof ApexDatetime) {
    const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: user.timeZone }).format(value.value);
    return `${formatDate(value.date(user.timeZone))}, ${time.replaceAll('\u202f', ' ')}`;
  }
  return value;
}
