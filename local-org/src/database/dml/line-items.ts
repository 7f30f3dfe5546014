import type { ObjectModel } from '../../metadata/model.ts';
import { ApexId } from '../../runtime/values/id.ts';
import { Decimal } from '../../runtime/values/decimal.ts';
import { SObject } from '../../runtime/values/sobject.ts';
import { decode, encode } from '../codec.ts';
import type { ChildChange } from './rollups.ts';
import { RollUpError } from './rollups.ts';
import { saveChunk } from './save.ts';
import { newWork } from './work.ts';
import type { Engine, Work } from './work.ts';

const HUNDRED = Decimal.fromInteger(100);

/** Quantity times price less discount; a total that is given makes the price. */
export function deriveLineItem(row: SObject, given: (name: string) => boolean): void {
  const [quantity, price, total, discount] = ['Quantity', 'UnitPrice', 'TotalPrice', 'Discount'].map((name) => row.get(name));
  if (!(quantity instanceof Decimal)) return;
  const share = discount instanceof Decimal ? HUNDRED.subtract(discount).divide(HUNDRED) : Decimal.ONE;
  if (total instanceof Decimal && given('TotalPrice') && !given('UnitPrice')) {
    const units = quantity.multiply(share);
    if (units.compareTo(Decimal.ZERO) !== 0) row.values.set('UnitPrice', total.divide(units).setScale(2, 'HALF_UP'));
  } else if (price instanceof Decimal) row.values.set('TotalPrice', quantity.multiply(price).multiply(share).setScale(2, 'HALF_UP'));
}

/** An opportunity with products is worth what they cost. */
export function rollUpLineItems(child: ObjectModel, changes: readonly ChildChange[], engine: Engine): void {
  if (child.name !== 'OpportunityLineItem') return;
  const ids = new Set(changes.flatMap(({ before, after }) => [before, after]).map((record) => record?.get('OpportunityId')));
  const opportunity = engine.model.objects.get('opportunity')!;
  const amount = opportunity.fields.get('amount')!;
  const works: Work[] = [];
  for (const id of ids) {
    if (!(id instanceof ApexId)) continue;
    const record = engine.load(opportunity, [id.value]).get(id.value);
    if (!record || record.get('IsDeleted') === true) continue;
    const [count, ...totals] = lineItems(id, engine);
    const row = new SObject(opportunity.name, { Id: id, HasOpportunityLineItem: count > 0 });
    // The last product to go leaves the amount as it was.
    if (count > 0)
      row.values.set(
        'Amount',
        decode(
          amount,
          encode(
            amount,
            totals.reduce((sum, total) => sum.add(total), Decimal.ZERO)
          )
        )
      );
    works.push(newWork(row, works.length));
  }
  if (works.length === 0) return;
  saveChunk(opportunity, works, { operation: 'update', options: { access: 'system', allOrNone: true }, internal: true }, engine);
  const failed = works.find((work) => work.errors.length > 0);
  if (failed) throw new RollUpError(failed.errors);
}

function lineItems(opportunityId: ApexId, engine: Engine): [number, ...Decimal[]] {
  const object = engine.model.objects.get('opportunitylineitem')!;
  const total = object.fields.get('totalprice')!;
  const rows = engine.store.all('SELECT "TotalPrice" FROM "OpportunityLineItem" WHERE "OpportunityId" = ? AND "IsDeleted" = 0', [
    opportunityId.value
  ]);
  return [rows.length, ...rows.map(([value]) => decode(total, value)).filter((value) => value instanceof Decimal)];
}
