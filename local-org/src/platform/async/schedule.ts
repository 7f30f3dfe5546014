import { callMethod, construct } from '../../runtime/call.ts';
import { current } from '../../runtime/execution.ts';
import { localTime, toInstant } from '../../runtime/time-zone.ts';
import { classInfoOf } from '../../runtime/types.ts';
import { ApexDatetime } from '../../runtime/values/datetime.ts';
import { throwApex } from '../../runtime/values/exception.ts';
import { ApexId } from '../../runtime/values/id.ts';
import type { LocalPlatform } from '../local-platform.ts';
import { deleteRow, insertRow, selectRows, updateRow } from '../rows.ts';
import { services } from '../services.ts';
import { withOrg } from '../transaction.ts';
import { CronSyntaxError, parseCron } from './cron.ts';
import type { CronExpression } from './cron.ts';
import { deepCopy } from './deep-copy.ts';
import { createJobRow, describeError, nowDatetime, runningUserId, submit } from './jobs.ts';

/** CronJobDetail.JobType of scheduled Apex. */
const SCHEDULED_APEX = '7';

export class SchedulableContext {
  readonly triggerId: ApexId;
  constructor(triggerId: ApexId) {
    this.triggerId = triggerId;
  }
}

/** A schedule that is armed in this process. */
interface Schedule {
  readonly triggerId: ApexId;
  readonly jobId: ApexId | null;
  readonly name: string;
  readonly cron: CronExpression;
  readonly zone: string;
  readonly userId: string;
  readonly instance: unknown;
}

export function prepareScheduleStore(platform: LocalPlatform): void {
  platform.org.database.connection.exec(
    'CREATE TABLE IF NOT EXISTS platform_schedule (cron_trigger_id TEXT PRIMARY KEY, job_id TEXT NOT NULL, class_name TEXT NOT NULL, user_id TEXT NOT NULL, time_zone TEXT NOT NULL) STRICT'
  );
}

export function schedule(name: string, expression: string, instance: unknown): ApexId {
  const platform = services();
  const cron = parse(expression);
  if (selectRows('SELECT Id FROM CronTrigger WHERE CronJobDetail.Name = :name LIMIT 1', { name }).length > 0) {
    throwApex('System.AsyncException', `The Apex job named "${name}" is already scheduled for execution.`);
  }
  const { user } = current();
  const next = nextFire(cron, user.timeZone, Date.now());
  if (next === null) throwApex('System.AsyncException', `Based on configured schedule, the given trigger '${name}' will never fire.`);
  const className = classInfoOf(instance)?.name ?? 'Schedulable';
  const detailId = insertRow('CronJobDetail', { Name: name, JobType: SCHEDULED_APEX });
  const triggerId = insertRow('CronTrigger', {
    CronJobDetailId: detailId,
    CronExpression: expression,
    State: 'WAITING',
    TimesTriggered: 0,
    NextFireTime: new ApexDatetime(next),
    StartTime: nowDatetime(),
    TimeZoneSidKey: user.timeZone,
    OwnerId: ApexId.of(user.id)
  });
  const jobId = createJobRow({ jobType: 'ScheduledApex', className });
  platform.org.database.connection
    .prepare('INSERT INTO platform_schedule (cron_trigger_id, job_id, class_name, user_id, time_zone) VALUES (?, ?, ?, ?, ?)')
    .run(triggerId.value, jobId.value, className, user.id, user.timeZone);
  const order: ScheduleOrder = {
    kind: 'schedule',
    triggerId: triggerId.value,
    jobId: jobId.value,
    name,
    expression,
    zone: user.timeZone,
    userId: runningUserId(),
    value: deepCopy(instance)
  };
  submit(order, () => fire(platform, scheduleOf(order)));
  return triggerId;
}

export interface ScheduleOrder {
  readonly kind: 'schedule';
  readonly triggerId: string;
  readonly jobId: string;
  readonly name: string;
  readonly expression: string;
  readonly zone: string;
  readonly userId: string;
  /** The instance. */
  readonly value: unknown;
}

function scheduleOf({ triggerId, jobId, name, expression, zone, userId, value }: ScheduleOrder): Schedule {
  return { triggerId: ApexId.of(triggerId), jobId: ApexId.of(jobId), name, cron: parse(expression), zone, userId, instance: value };
}

export function armSchedule(platform: LocalPlatform, order: ScheduleOrder): void {
  arm(platform, scheduleOf(order));
}

function parse(expression: string): CronExpression {
  try {
    return parseCron(expression);
  } catch (error) {
    if (error instanceof CronSyntaxError) throwApex('System.StringException', error.message);
    throw error;
  }
}

/** Cron fields are clock readings in the scheduling user's time zone. */
function nextFire(cron: CronExpression, zone: string, after: number): number | null {
  const next = cron.next(localTime(after, zone));
  return next === null ? null : toInstant(next, zone);
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;

function arm(platform: LocalPlatform, schedule: Schedule): void {
  const next = nextFire(schedule.cron, schedule.zone, Date.now());
  if (next === null) {
    withOrg(platform.org, () => updateRow('CronTrigger', schedule.triggerId, { State: 'COMPLETE', NextFireTime: null }));
    return;
  }
  const wait = next - Date.now();
  platform.loop.post(
    () => {
      // A timer reaches 24 days: a rarer job is armed again on the way.
      if (wait > LONGEST_TIMER_MS) {
        arm(platform, schedule);
        return;
      }
      fire(platform, schedule);
      if (exists(platform, schedule.triggerId)) arm(platform, schedule);
    },
    Math.max(wait, 1)
  );
}

function exists(platform: LocalPlatform, triggerId: ApexId): boolean {
  return withOrg(platform.org, () => selectRows('SELECT Id FROM CronTrigger WHERE Id = :id', { id: triggerId }).length > 0);
}

function fire(platform: LocalPlatform, schedule: Schedule): void {
  if (!exists(platform, schedule.triggerId)) return;
  withOrg(platform.org, () => {
    const [row] = selectRows('SELECT TimesTriggered FROM CronTrigger WHERE Id = :id', { id: schedule.triggerId });
    const next = nextFire(schedule.cron, schedule.zone, Date.now());
    updateRow('CronTrigger', schedule.triggerId, {
      // What a test runs early is not counted: its trigger is still waiting for its time.
      ...(platform.test === null ? { TimesTriggered: Number(row?.get('TimesTriggered') ?? 0) + 1, PreviousFireTime: nowDatetime() } : {}),
      NextFireTime: next === null ? null : new ApexDatetime(next)
    });
  });
  try {
    platform.transaction({ userId: schedule.userId, quiddity: 'SCHEDULED', isTest: platform.test !== null }, () => {
      callMethod(schedule.instance, 'execute', [new SchedulableContext(schedule.triggerId)]);
    });
  } catch (error) {
    if (platform.test) throw error;
    platform.log(`Scheduled job ${schedule.name} failed: ${describeError(error)}`);
  }
}

/** Takes the schedule away; gives false when the id is none of a schedule. */
export function unschedule(triggerId: ApexId): boolean {
  const [trigger] = selectRows('SELECT Id, CronJobDetailId FROM CronTrigger WHERE Id = :id', { id: triggerId });
  if (!trigger) return false;
  const { connection } = services().org.database;
  const stored = connection.prepare('SELECT job_id FROM platform_schedule WHERE cron_trigger_id = ?').get(triggerId.value);
  connection.prepare('DELETE FROM platform_schedule WHERE cron_trigger_id = ?').run(triggerId.value);
  deleteRow('CronTrigger', triggerId);
  const detail = trigger.get('CronJobDetailId');
  if (detail instanceof ApexId) deleteRow('CronJobDetail', detail);
  if (typeof stored?.['job_id'] === 'string') {
    updateRow('AsyncApexJob', ApexId.of(stored['job_id']), { Status: 'Aborted', CompletedDate: nowDatetime() });
  }
  return true;
}

/**
 * Arms at start what was scheduled before. Only the class is kept on disk: the job starts again with a new instance, so a
 * schedulable whose constructor needs arguments cannot be brought back, and says so.
 */
export function resumeSchedules(platform: LocalPlatform): void {
  const stored = platform.org.database.connection.prepare('SELECT * FROM platform_schedule').all();
  for (const row of stored) {
    const triggerId = ApexId.of(String(row['cron_trigger_id']));
    const [trigger] = withOrg(platform.org, () =>
      selectRows('SELECT CronExpression, CronJobDetail.Name FROM CronTrigger WHERE Id = :id', { id: triggerId })
    );
    if (!trigger) continue;
    const className = String(row['class_name']);
    const info = platform.org.program.classes.get(className.toLowerCase());
    const fits = info && (info.constructors.length === 0 || info.constructors.some((each) => each.parameters.length === 0));
    if (!info || !fits) {
      platform.log(`Scheduled job ${triggerId.value} was not resumed: class ${className} has no constructor without arguments`);
      continue;
    }
    const userId = String(row['user_id']);
    const instance = platform.transaction({ userId, quiddity: 'SCHEDULED' }, () => construct(info));
    arm(platform, {
      triggerId,
      jobId: ApexId.of(String(row['job_id'])),
      name: className,
      cron: parseCron(String(trigger.get('CronExpression'))),
      zone: String(row['time_zone']),
      userId,
      instance
    });
  }
}
