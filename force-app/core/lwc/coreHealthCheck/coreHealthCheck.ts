import { LightningElement } from 'lwc';
import runChecks from '@salesforce/apex/HealthCheckController.runChecks';
import setKillSwitch from '@salesforce/apex/HealthCheckController.setKillSwitch';
import scheduleSweeper from '@salesforce/apex/HealthCheckController.scheduleSweeper';
import type { CheckRow } from 'c/coreTypes';
import { labels } from 'c/coreLabels';
import { errorMessage, format, isDenied } from 'c/coreFormat';

interface Check extends CheckRow {
  readonly icon: string;
  readonly variant: string;
  readonly statusText: string;
  readonly fixText: string;
  readonly canSchedule: boolean;
}

const SIGNS: Readonly<Record<CheckRow['status'], { icon: string; variant: string; text: string }>> = {
  ok: { icon: 'utility:success', variant: 'success', text: labels.healthOk },
  warning: { icon: 'utility:warning', variant: 'warning', text: labels.healthWarning },
  error: { icon: 'utility:error', variant: 'error', text: labels.healthError }
};

/** For the admin: what is in place, what to fix and how, the switch that stops it all, and the settings of each use case. */
export default class CoreHealthCheck extends LightningElement {
  readonly labels = labels;
  rows: readonly CheckRow[] | null = null;
  busy = false;
  actionError = '';
  private error: unknown;

  connectedCallback(): void {
    void this.load();
  }

  get state(): string {
    if (this.error) return isDenied(this.error, labels.errorNoPermission) ? 'denied' : 'error';
    return this.rows ? 'ready' : 'loading';
  }

  get message(): string {
    return errorMessage(this.error, labels.stateUnknownError);
  }

  get checks(): Check[] {
    return (this.rows ?? []).map((row) => ({
      ...row,
      icon: SIGNS[row.status].icon,
      variant: SIGNS[row.status].variant,
      statusText: SIGNS[row.status].text,
      fixText: row.fix ? format(labels.healthHowToFix, row.fix) : '',
      canSchedule: row.name === 'sweeper' && row.status !== 'ok'
    }));
  }

  get summary(): string {
    const rows = this.rows ?? [];
    const open = rows.filter((row) => row.status !== 'ok').length;
    return open === 0 ? labels.healthAllGood : format(labels.healthProblems, open, rows.length);
  }

  get isStopped(): boolean {
    return (this.rows ?? []).some((row) => row.name === 'killSwitch' && row.status !== 'ok');
  }

  get killSwitchState(): string {
    return this.isStopped ? labels.killSwitchStopped : labels.killSwitchRunning;
  }

  get killSwitchLabel(): string {
    return this.isStopped ? labels.killSwitchResume : labels.killSwitchStop;
  }

  get killSwitchVariant(): string {
    return this.isStopped ? 'brand' : 'destructive';
  }

  async load(): Promise<void> {
    this.error = undefined;
    this.rows = null;
    try {
      this.rows = await runChecks();
    } catch (error) {
      this.error = error;
    }
  }

  handleRunAgain(): void {
    void this.load();
  }

  handleSchedule(): void {
    void this.act(async () => {
      await scheduleSweeper();
      await this.load();
    });
  }

  handleKillSwitch(): void {
    const stopped = !this.isStopped;
    void this.act(async () => {
      await setKillSwitch({ stopped });
      await this.load();
    });
  }

  private async act(action: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.actionError = '';
    try {
      await action();
    } catch (error) {
      this.actionError = errorMessage(error, labels.stateUnknownError);
    } finally {
      this.busy = false;
    }
  }
}
