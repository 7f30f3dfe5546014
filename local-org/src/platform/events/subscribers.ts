import type { TriggerInfo } from '../../compiler/program.ts';
import type { ObjectModel, OrgModel } from '../../metadata/model.ts';
import { componentsOf, text } from '../xml.ts';

/** A platform-event trigger's own settings, from PlatformEventSubscriberConfig. */
export interface Subscription {
  readonly trigger: TriggerInfo;
  readonly event: ObjectModel;
  /** Username it runs as; null for the Automated Process user. */
  readonly username: string | null;
  readonly batchSize: number;
}

const MAX_BATCH = 2000;

/** Every trigger that listens to events, by lower-case event name. */
export function subscriptions(model: OrgModel, triggers: readonly TriggerInfo[]): ReadonlyMap<string, readonly Subscription[]> {
  const configs = new Map(
    componentsOf(model, 'PlatformEventSubscriberConfig').map((config) => [
      bare(text(config.body, 'platformEventConsumer') ?? '', model),
      config.body
    ])
  );
  const result = new Map<string, Subscription[]>();
  for (const trigger of triggers) {
    const object = model.objects.get(trigger.object.toLowerCase());
    if (object?.kind !== 'platformEvent') continue;
    const config = configs.get(trigger.name.toLowerCase());
    const batchSize = Math.min(Number(text(config, 'batchSize') ?? MAX_BATCH), MAX_BATCH);
    const key = object.name.toLowerCase();
    result.set(key, [...(result.get(key) ?? []), { trigger, event: object, username: text(config, 'user') ?? null, batchSize }]);
  }
  return result;
}

function bare(name: string, model: OrgModel): string {
  const prefix = model.namespace ? `${model.namespace}__`.toLowerCase() : '';
  const lower = name.toLowerCase();
  return prefix && lower.startsWith(prefix) ? lower.slice(prefix.length) : lower;
}
