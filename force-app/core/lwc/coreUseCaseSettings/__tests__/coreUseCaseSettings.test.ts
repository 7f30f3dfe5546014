import { createElement } from 'lwc';
import CoreUseCaseSettings from 'c/coreUseCaseSettings';
import getUseCases from '@salesforce/apex/UseCaseSettingsController.getUseCases';
import setMode from '@salesforce/apex/UseCaseSettingsController.setMode';
import save from '@salesforce/apex/UseCaseSettingsController.save';
import getRetention from '@salesforce/apex/UseCaseSettingsController.getRetention';
import setRetention from '@salesforce/apex/UseCaseSettingsController.setRetention';

jest.mock('@salesforce/apex/UseCaseSettingsController.getUseCases', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/UseCaseSettingsController.setMode', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/UseCaseSettingsController.save', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/UseCaseSettingsController.getRetention', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/UseCaseSettingsController.setRetention', () => ({ default: jest.fn() }), { virtual: true });

const USE_CASE = {
  name: 'Deal_Scoring',
  label: 'Deal scoring',
  mode: 'Shadow',
  effectiveMode: 'Shadow',
  thresholds: [
    { name: 'Auto', label: 'Automatic from', unit: 'points', minimum: 1, maximum: 100, value: 75 },
    { name: 'Review', label: 'Review from', unit: 'points', minimum: 1, maximum: 100, value: 40 }
  ],
  autoAmountLimit: null,
  alertThreshold: null,
  humanReviewUntil: '2027-01-01',
  phase: 3,
  pilotGroup: null,
  tierGate: 'Gold',
  permissionGate: null,
  audience: null,
  exitCriteria: null
};
const RETENTION = { auditDays: null, jobDays: 30, minAuditDays: 365, minJobDays: 7 };

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function render(): Promise<ShadowRoot> {
  const element = createElement('c-core-use-case-settings', { is: CoreUseCaseSettings });
  document.body.appendChild(element);
  await settled();
  return element.shadowRoot as ShadowRoot;
}

async function leaveField(root: ShadowRoot, selector: string, value: string, valid = true): Promise<void> {
  const input = root.querySelector(selector) as HTMLElement & { value: string; reportValidity: () => boolean };
  input.value = value;
  input.reportValidity = (): boolean => valid;
  input.dispatchEvent(new CustomEvent('commit'));
  await settled();
}

describe('c-core-use-case-settings', () => {
  beforeEach(() => {
    jest.mocked(getUseCases).mockResolvedValue([USE_CASE] as never);
    jest.mocked(getRetention).mockResolvedValue(RETENTION as never);
    jest.mocked(save).mockResolvedValue([USE_CASE] as never);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('is accessible', async () => {
    const root = await render();
    await expect(root.host).toBeAccessible();
  });

  it('shows every threshold with its range', async () => {
    const root = await render();
    const input = root.querySelector<HTMLElement & { min: number; max: number; value: number; fieldLevelHelp: string }>(
      '[data-threshold="Auto"]'
    );
    expect(input).toMatchObject({ min: 1, max: 100, value: 75 });
    expect(root.querySelectorAll('[data-threshold]')).toHaveLength(2);
  });

  it('changes the mode of a use case', async () => {
    jest.mocked(setMode).mockResolvedValue([{ ...USE_CASE, mode: 'Assist', effectiveMode: 'Assist' }] as never);
    const root = await render();
    root.querySelector('[data-id="mode"]')?.dispatchEvent(new CustomEvent('change', { detail: { value: 'Assist' } }));
    await settled();
    expect(setMode).toHaveBeenCalledWith({ useCase: 'Deal_Scoring', mode: 'Assist' });
    expect(root.querySelector('[data-id="notice"]')).not.toBeNull();
  });

  it('saves one changed threshold together with everything else as it is', async () => {
    const root = await render();
    await leaveField(root, '[data-threshold="Auto"]', '90');
    expect(save).toHaveBeenCalledWith({
      input: {
        useCase: 'Deal_Scoring',
        thresholds: { Auto: 90, Review: 40 },
        autoAmountLimit: null,
        alertThreshold: null,
        humanReviewUntil: '2027-01-01',
        phase: 3,
        pilotGroup: null,
        tierGate: 'Gold',
        permissionGate: null,
        audience: null,
        exitCriteria: null
      }
    });
    expect(root.querySelector('[data-id="notice"]')).not.toBeNull();
  });

  it('takes an empty day as no end of the human review, and an empty gate as none', async () => {
    const root = await render();
    await leaveField(root, '[data-field="humanReviewUntil"]', '');
    expect(save).toHaveBeenCalledWith({ input: expect.objectContaining({ humanReviewUntil: null, tierGate: 'Gold' }) });
    await leaveField(root, '[data-field="tierGate"]', '');
    expect(save).toHaveBeenLastCalledWith({ input: expect.objectContaining({ tierGate: null }) });
  });

  it('sends amounts and phases as numbers', async () => {
    const root = await render();
    await leaveField(root, '[data-field="autoAmountLimit"]', '50000');
    expect(save).toHaveBeenCalledWith({ input: expect.objectContaining({ autoAmountLimit: 50_000 }) });
    root.querySelector('[data-id="phase"]')?.dispatchEvent(new CustomEvent('change', { detail: { value: '2' } }));
    await settled();
    expect(save).toHaveBeenLastCalledWith({ input: expect.objectContaining({ phase: 2 }) });
  });

  it('sends neither an invalid nor an unchanged value', async () => {
    const root = await render();
    await leaveField(root, '[data-threshold="Auto"]', '900', false);
    await leaveField(root, '[data-threshold="Review"]', '40');
    await leaveField(root, '[data-field="tierGate"]', 'Gold');
    await leaveField(root, '[data-days="jobDays"]', '30');
    expect(save).not.toHaveBeenCalled();
    expect(setRetention).not.toHaveBeenCalled();
  });

  it('says why a value was refused and keeps the page', async () => {
    jest.mocked(save).mockRejectedValue({ body: { message: 'There is no partner tier named Titanium.' } });
    const root = await render();
    await leaveField(root, '[data-field="tierGate"]', 'Titanium');
    expect(root.querySelector('[data-id="settings-error"]')?.textContent).toContain('Titanium');
    expect(root.querySelectorAll('[data-use-case]')).toHaveLength(1);
  });

  it('keeps evidence as long as the admin says', async () => {
    jest.mocked(setRetention).mockResolvedValue({ ...RETENTION, auditDays: 400 } as never);
    const root = await render();
    await leaveField(root, '[data-days="auditDays"]', '400');
    expect(setRetention).toHaveBeenCalledWith({ auditDays: 400, jobDays: 30 });
  });

  it('says that no use case is installed', async () => {
    jest.mocked(getUseCases).mockResolvedValue([]);
    const root = await render();
    expect(root.querySelectorAll('[data-use-case]')).toHaveLength(0);
    expect(root.querySelector('p')).not.toBeNull();
  });

  it('offers to try again when the settings cannot be read', async () => {
    jest.mocked(getUseCases).mockRejectedValue({ body: { message: 'No answer' } });
    const root = await render();
    expect(root.querySelector<HTMLElement & { state: string; message: string }>('c-core-state')).toMatchObject({
      state: 'error',
      message: 'No answer'
    });
  });
});
