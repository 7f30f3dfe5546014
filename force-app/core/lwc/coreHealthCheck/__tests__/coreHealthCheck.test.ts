import { createElement } from 'lwc';
import CoreHealthCheck from 'c/coreHealthCheck';
import runChecks from '@salesforce/apex/HealthCheckController.runChecks';
import getUseCases from '@salesforce/apex/HealthCheckController.getUseCases';
import setMode from '@salesforce/apex/HealthCheckController.setMode';
import setLimits from '@salesforce/apex/HealthCheckController.setLimits';
import setKillSwitch from '@salesforce/apex/HealthCheckController.setKillSwitch';
import scheduleSweeper from '@salesforce/apex/HealthCheckController.scheduleSweeper';

jest.mock('@salesforce/apex/HealthCheckController.runChecks', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/HealthCheckController.getUseCases', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/HealthCheckController.setMode', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/HealthCheckController.setLimits', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/HealthCheckController.setKillSwitch', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/HealthCheckController.scheduleSweeper', () => ({ default: jest.fn() }), { virtual: true });

const ROWS = [
  { name: 'credential', label: 'Named credential', status: 'ok', detail: 'Answers', fix: null },
  { name: 'sweeper', label: 'Sweeper', status: 'error', detail: 'Not scheduled', fix: 'Schedule it' },
  { name: 'killSwitch', label: 'Kill switch', status: 'ok', detail: 'Off', fix: null }
];
const USE_CASES = [
  {
    name: 'Deal_Scoring',
    label: 'Deal scoring',
    mode: 'Shadow',
    effectiveMode: 'Shadow',
    autoThreshold: 75,
    reviewThreshold: 40,
    humanReviewUntil: '2027-01-01'
  }
];

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function render(): Promise<ShadowRoot> {
  const element = createElement('c-core-health-check', { is: CoreHealthCheck });
  document.body.appendChild(element);
  await settled();
  return element.shadowRoot as ShadowRoot;
}

describe('c-core-health-check', () => {
  beforeEach(() => {
    jest.mocked(runChecks).mockResolvedValue(ROWS as never);
    jest.mocked(getUseCases).mockResolvedValue(USE_CASES as never);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  it('lists every check with its status and what to do', async () => {
    const root = await render();
    expect([...root.querySelectorAll('li')].map((item) => item.getAttribute('data-status'))).toEqual(['ok', 'error', 'ok']);
    expect(root.querySelector('[data-id="sweeper"]')?.textContent).toContain('Not scheduled');
  });

  it('is accessible', async () => {
    const root = await render();
    await expect(root.host).toBeAccessible();
  });

  it('schedules the sweeper and shows the new rows', async () => {
    jest.mocked(scheduleSweeper).mockResolvedValue(4);
    const root = await render();
    jest.mocked(runChecks).mockResolvedValue(ROWS.map((row) => ({ ...row, status: 'ok' })) as never);
    root.querySelector<HTMLElement>('[data-id="schedule"]')?.click();
    await settled();
    expect(root.querySelectorAll('li[data-status="ok"]')).toHaveLength(3);
  });

  it('changes the mode of a use case', async () => {
    jest.mocked(setMode).mockResolvedValue([{ ...USE_CASES[0], mode: 'Assist', effectiveMode: 'Assist' }] as never);
    const root = await render();
    root.querySelector('lightning-combobox')?.dispatchEvent(new CustomEvent('change', { detail: { value: 'Assist' } }));
    await settled();
    expect(setMode).toHaveBeenCalledWith({ useCase: 'Deal_Scoring', mode: 'Assist' });
    expect(root.querySelector('[data-id="notice"]')).not.toBeNull();
  });

  async function leaveField(root: ShadowRoot, limit: string, value: string, valid = true): Promise<void> {
    const input = root.querySelector(`[data-limit="${limit}"]`) as HTMLElement & { value: string; reportValidity: () => boolean };
    input.value = value;
    input.reportValidity = (): boolean => valid;
    input.dispatchEvent(new CustomEvent('commit'));
    await settled();
  }

  it('saves one changed limit together with the others as they are', async () => {
    jest.mocked(setLimits).mockResolvedValue([{ ...USE_CASES[0], autoThreshold: 90 }] as never);
    const root = await render();
    await leaveField(root, 'autoThreshold', '90');
    expect(setLimits).toHaveBeenCalledWith({
      useCase: 'Deal_Scoring',
      autoThreshold: 90,
      reviewThreshold: 40,
      humanReviewUntil: '2027-01-01'
    });
    expect(root.querySelector('[data-id="notice"]')).not.toBeNull();
  });

  it('takes an empty day as no end of the human review', async () => {
    jest.mocked(setLimits).mockResolvedValue([{ ...USE_CASES[0], humanReviewUntil: null }] as never);
    const root = await render();
    await leaveField(root, 'humanReviewUntil', '');
    expect(setLimits).toHaveBeenCalledWith(expect.objectContaining({ humanReviewUntil: null, autoThreshold: 75 }));
  });

  it('sends neither an invalid nor an unchanged limit', async () => {
    const root = await render();
    await leaveField(root, 'autoThreshold', '900', false);
    await leaveField(root, 'reviewThreshold', '40');
    expect(setLimits).not.toHaveBeenCalled();
  });

  it('throws the kill switch and reads the state again', async () => {
    jest.mocked(setKillSwitch).mockResolvedValue(true);
    const root = await render();
    root.querySelector<HTMLElement>('[data-id="kill-switch"]')?.click();
    await settled();
    expect(setKillSwitch).toHaveBeenCalledWith({ stopped: true });
    expect(runChecks).toHaveBeenCalledTimes(2);
  });

  it('shows a failed switch without losing the page', async () => {
    jest.mocked(setKillSwitch).mockRejectedValue({ body: { message: 'Locked' } });
    const root = await render();
    root.querySelector<HTMLElement>('[data-id="kill-switch"]')?.click();
    await settled();
    expect(root.querySelector('[data-id="action-error"]')?.textContent).toBe('Locked');
    expect(root.querySelectorAll('li')).toHaveLength(3);
  });

  it('offers to try again when the checks cannot run', async () => {
    jest.mocked(runChecks).mockRejectedValue({ body: { message: 'No answer' } });
    const root = await render();
    expect(root.querySelector<HTMLElement & { state: string; message: string }>('c-core-state')).toMatchObject({
      state: 'error',
      message: 'No answer'
    });
  });
});
