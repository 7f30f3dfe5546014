import type { z } from 'zod';
import type { Capability, Operation } from '../capabilities/capability.ts';
import { READY_PATH } from '../http/health.ts';
import type { ApexContract } from './apex.ts';
import { commonSchemas } from './common.ts';

const COMMON = { className: 'InferenceContract', roots: commonSchemas };
const GENERATED = 'Generated from inference-service/src by inference-service/scripts/generate-apex-contract.ts: do not edit.';

/** One class of what all capabilities share, in core, and one for each class that a capability names, in its domain. */
export function apexContracts(capabilities: readonly Capability[]): (ApexContract & { domain: string })[] {
  const core = {
    ...COMMON,
    domain: 'core',
    header: ['What the capabilities of the inference service have in common.', GENERATED],
    constants: [{ name: 'PATH_READY', value: READY_PATH, comment: 'GET, 200 when the service can work' }]
  };
  const byClass = Map.groupBy(
    capabilities.filter(({ apex }) => apex),
    ({ apex }) => apex!.className
  );
  return [core, ...[...byClass].map(([className, together]) => contractOf(className, together))];
}

/** Several capabilities may speak through one class; they belong to one domain then. */
function contractOf(className: string, capabilities: Capability[]): ApexContract & { domain: string } {
  const [domain, ...others] = new Set(capabilities.map(({ apex }) => apex!.domain));
  if (domain === undefined || others.length > 0) throw new Error(`${className} is in more than one domain`);
  const operations = capabilities.flatMap(({ name, apex, operations: all }) =>
    apex!.operations.map((id): [string, Operation] => {
      const operation = all[id];
      if (!operation) throw new Error(`${name} has no operation ${id} for Apex`);
      return [id, operation];
    })
  );
  return {
    className,
    common: COMMON,
    domain,
    header: [`What ${capabilities.map(({ subject }) => subject).join(' and ')} takes and gives, field by field.`, GENERATED],
    constants: [
      ...operations.map(([id, operation]) => ({ name: constantName(id), value: operation.path, comment: commentOf(operation) })),
      ...capabilities.flatMap(({ apex }) => Object.entries(apex!.constants ?? {}).map(([name, rest]) => ({ name, ...rest })))
    ],
    roots: operations.flatMap(([, { body, answer }]) => [body?.schema, answer.schema].filter((schema) => schema !== undefined))
  };
}

/** scoreDeals → PATH_SCORE_DEALS */
function constantName(operationId: string): string {
  return `PATH_${operationId.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

function commentOf({ method, body, answer }: Operation): string {
  const name = (schema: z.ZodType | undefined) => schema?.meta()?.id;
  const takes = body && (name(body.schema) ?? (body.kind === 'bytes' ? body.types.join(' or ') : 'JSON'));
  const gives = name(answer.schema) ?? 'nothing';
  return takes ? `${method}, ${takes} to ${gives}` : `${method}, gives ${gives}`;
}
