import { LightningElement } from 'lwc';
import getUseCases from '@salesforce/apex/UseCaseSettingsController.getUseCases';
import setMode from '@salesforce/apex/UseCaseSettingsController.setMode';
import save from '@salesforce/apex/UseCaseSettingsController.save';
import getRetention from '@salesforce/apex/UseCaseSettingsController.getRetention';
import setRetention from '@salesforce/apex/UseCaseSettingsController.setRetention';
import type { RetentionDays, UseCaseChange, UseCaseRow } from 'c/coreTypes';
import { labels } from 'c/coreLabels';
import { errorMessage, format, isDenied } from 'c/coreFormat';

/** Settings that are one value each, by the member of UseCaseChange they change. */
type Field = Exclude<keyof UseCaseChange, 'useCase' | 'thresholds'>;

interface SettingInput extends HTMLElement {
  readonly dataset: { readonly name: string; readonly field?: Field; readonly threshold?: string; readonly days?: keyof RetentionDays };
  readonly value: string;
  reportValidity(): boolean;
}

const NUMBERS: ReadonlySet<string> = new Set<Field>(['autoAmountLimit', 'alertThreshold', 'phase']);

/** For the admin: mode, thresholds and audience of each use case. A field is saved when it is left; what cannot be taken stays in it with its reason. */
export default class CoreUseCaseSettings extends LightningElement {
  readonly labels = labels;
  readonly modes = [
    { label: labels.modeOff, value: 'Off', description: labels.modeOffHelp },
    { label: labels.modeShadow, value: 'Shadow', description: labels.modeShadowHelp },
    { label: labels.modeAssist, value: 'Assist', description: labels.modeAssistHelp },
    { label: labels.modeAuto, value: 'Auto', description: labels.modeAutoHelp }
  ];
  readonly phases = [
    { label: labels.phasePilot, value: '1' },
    { label: labels.phaseLimited, value: '2' },
    { label: labels.phaseGeneral, value: '3' }
  ];
  rows: readonly UseCaseRow[] | null = null;
  retention: RetentionDays | null = null;
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

  get useCases() {
    return (this.rows ?? []).map((row) => ({
      ...row,
      phaseValue: String(row.phase),
      thresholdInputs: row.thresholds.map((threshold) => ({
        ...threshold,
        help: format(labels.useCasesThresholdHelp, threshold.minimum, threshold.maximum, threshold.unit ?? '')
      }))
    }));
  }

  get isEmpty(): boolean {
    return this.rows?.length === 0;
  }

  async load(): Promise<void> {
    this.error = undefined;
    this.rows = null;
    try {
      [this.rows, this.retention] = await Promise.all([getUseCases(), getRetention()]);
    } catch (error) {
      this.error = error;
    }
  }

  handleRetry(): void {
    void this.load();
  }

  handleMode(event: CustomEvent<{ value: string }>): void {
    const useCase = (event.target as HTMLElement).dataset.name ?? '';
    const mode = event.detail.value;
    void this.act(async () => {
      this.rows = await setMode({ useCase, mode });
      const row = this.rows.find((candidate) => candidate.name === useCase);
      this.notice = format(labels.modeSaved, row?.label ?? useCase, row?.effectiveMode ?? mode);
    });
  }

  handleThreshold(event: Event): void {
    const input = event.target as SettingInput;
    const row = this.rowOf(input);
    const threshold = row?.thresholds.find((candidate) => candidate.name === input.dataset.threshold);
    if (!row || !threshold || !input.reportValidity() || Number(input.value) === threshold.value) return;
    this.save(row, { thresholds: { ...valuesOf(row), [threshold.name]: Number(input.value) } });
  }

  handleField(event: Event): void {
    const input = event.target as SettingInput;
    const row = this.rowOf(input);
    const field = input.dataset.field;
    if (!row || !field || !input.reportValidity()) return;
    const value = input.value === '' ? null : input.value;
    if (value === (row[field] === null ? null : String(row[field]))) return;
    this.save(row, { [field]: value !== null && NUMBERS.has(field) ? Number(value) : value });
  }

  handlePhase(event: CustomEvent<{ value: string }>): void {
    const row = this.rowOf(event.target as SettingInput);
    if (row) this.save(row, { phase: Number(event.detail.value) });
  }

  handleRetention(event: Event): void {
    const input = event.target as SettingInput;
    const days = input.dataset.days;
    const kept = this.retention;
    if (!days || !kept || !input.reportValidity()) return;
    const value = input.value === '' ? null : Number(input.value);
    if (value === kept[days]) return;
    const { auditDays, jobDays }: RetentionDays = { ...kept, ...{ [days]: value } };
    void this.act(async () => {
      this.retention = await setRetention({ auditDays, jobDays });
      this.notice = format(labels.useCasesSaved, labels.retentionTitle);
    });
  }

  private rowOf(input: SettingInput): UseCaseRow | undefined {
    return this.rows?.find((candidate) => candidate.name === input.dataset.name);
  }

  private save(row: UseCaseRow, change: Partial<UseCaseChange>): void {
    const { autoAmountLimit, alertThreshold, humanReviewUntil, phase, pilotGroup, tierGate, permissionGate, audience, exitCriteria } = row;
    const input: UseCaseChange = {
      useCase: row.name,
      thresholds: valuesOf(row),
      autoAmountLimit,
      alertThreshold,
      humanReviewUntil,
      phase,
      pilotGroup,
      tierGate,
      permissionGate,
      audience,
      exitCriteria,
      ...change
    };
    void this.act(async () => {
      this.rows = await save({ input });
      this.notice = format(labels.useCasesSaved, row.label);
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

function valuesOf(row: UseCaseRow): Record<string, number> {
  return Object.fromEntries(row.thresholds.map(({ name, value }) => [name, value]));
}
