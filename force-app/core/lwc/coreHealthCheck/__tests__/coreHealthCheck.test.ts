import { createElement } from 'lwc';
import CoreHealthCheck from 'c/coreHealthCheck';
import runChecks from '@salesforce/apex/HealthCheckController.runChecks';
import setKillSwitch from '@salesforce/apex/HealthCheckController.setKillSwitch';
import scheduleSweeper from '@salesforce/apex/HealthCheckController.scheduleSweeper';

jest.mock('@salesforce/apex/HealthCheckController.runChecks', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/HealthCheckController.setKillSwitch', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/HealthCheckController.scheduleSweeper', () => ({ default: jest.fn() }), { virtual: true });

const ROWS = [
  { name: 'credential', label: 'Named credential', status: 'ok', detail: 'Answers', fix: null },
  { name: 'sweeper', label: 'Sweeper', status: 'error', detail: 'Not scheduled', fix: 'Schedule it' },
  { name: 'killSwitch', label: 'Kill switch', status: 'ok', detail: 'Off', fix: null }
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
