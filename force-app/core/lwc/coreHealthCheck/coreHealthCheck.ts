import { LightningElement } from 'lwc';
import runChecks from '@salesforce/apex/HealthCheckController.runChecks';
import getUseCases from '@salesforce/apex/HealthCheckController.getUseCases';
import setMode from '@salesforce/apex/HealthCheckController.setMode';
import setLimits from '@salesforce/apex/HealthCheckController.setLimits';
import setKillSwitch from '@salesforce/apex/HealthCheckController.setKillSwitch';
import scheduleSweeper from '@salesforce/apex/HealthCheckController.scheduleSweeper';
import type { CheckRow, UseCaseRow } from 'c/coreTypes';
import { labels } from 'c/coreLabels';
import { errorMessage, format, isDenied } from 'c/coreFormat';

interface Check extends CheckRow {
  readonly icon: string;
  readonly variant: string;
  readonly statusText: string;
  readonly fixText: string;
  readonly canSchedule: boolean;
}

interface LimitInput extends HTMLElement {
  readonly dataset: { readonly name: string; readonly limit: 'autoThreshold' | 'reviewThreshold' | 'humanReviewUntil' };
  readonly value: string;
  reportValidity(): boolean;
}

const SIGNS: Readonly<Record<CheckRow['status'], { icon: string; variant: string; text: string }>> = {
  ok: { icon: 'utility:success', variant: 'success', text: labels.healthOk },
  warning: { icon: 'utility:warning', variant: 'warning', text: labels.healthWarning },
  error: { icon: 'utility:error', variant: 'error', text: labels.healthError }
};

/** For the admin: what is in place, what to fix and how, which use case runs in which mode, and the switch that stops it all. */
export default class CoreHealthCheck extends LightningElement {
  readonly labels = labels;
  readonly modes = [
    { label: labels.modeOff, value: 'Off', description: labels.modeOffHelp },
    { label: labels.modeShadow, value: 'Shadow', description: labels.modeShadowHelp },
    { label: labels.modeAssist, value: 'Assist', description: labels.modeAssistHelp },
    { label: labels.modeAuto, value: 'Auto', description: labels.modeAutoHelp }
  ];
  rows: readonly CheckRow[] | null = null;
  useCaseRows: readonly UseCaseRow[] = [];
  busy = false;
  actionError = '';
  notice = '';
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

  get hasUseCases(): boolean {
    return this.useCaseRows.length > 0;
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
      const [rows, useCases] = await Promise.all([runChecks(), getUseCases()]);
      this.rows = rows;
      this.useCaseRows = useCases;
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

  handleMode(event: CustomEvent<{ value: string }>): void {
    const useCase = (event.target as HTMLElement).dataset.name ?? '';
    const mode = event.detail.value;
    void this.act(async () => {
      this.useCaseRows = await setMode({ useCase, mode });
      const row = this.useCaseRows.find((candidate) => candidate.name === useCase);
      this.notice = format(labels.modeSaved, row?.label ?? useCase, row?.effectiveMode ?? mode);
    });
  }

  /** Saved when the field is left. What cannot be taken stays in the field with its reason, and nothing is sent. */
  handleLimit(event: Event): void {
    const input = event.target as LimitInput;
    const { name: useCase, limit } = input.dataset;
    const row = this.useCaseRows.find((candidate) => candidate.name === useCase);
    if (!row || !input.reportValidity()) return;
    const { autoThreshold, reviewThreshold, humanReviewUntil } = row;
    const value = input.value === '' ? null : input.value;
    if (value === (row[limit] === null ? null : String(row[limit]))) return;
    void this.act(async () => {
      this.useCaseRows = await setLimits({
        useCase,
        autoThreshold: limit === 'autoThreshold' ? Number(value) : autoThreshold,
        reviewThreshold: limit === 'reviewThreshold' ? Number(value) : reviewThreshold,
        humanReviewUntil: limit === 'humanReviewUntil' ? value : humanReviewUntil
      });
      this.notice = format(labels.useCasesSaved, row.label);
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
    this.notice = '';
    try {
      await action();
    } catch (error) {
      this.actionError = errorMessage(error, labels.stateUnknownError);
    } finally {
      this.busy = false;
    }
  }
}
