import { createElement } from 'lwc';
import CoreConfidence from 'c/coreConfidence';

type Help = HTMLElement & { content: string };

function render(properties: Record<string, unknown>): ShadowRoot {
  const element = createElement('c-core-confidence', { is: CoreConfidence });
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element.shadowRoot!;
}

describe('c-core-confidence', () => {
  afterEach(() => document.body.replaceChildren());

  it.each(['High', 'Medium', 'Low'])('says %s in words, with the sample and the reason', async (level) => {
    const root = render({ level, sampleSize: 1412, sampleLabel: 'from {0} past deals', reason: 'Few of this size' });
    expect(root.textContent).toContain('from 1,412 past deals');
    expect(root.querySelector<Help>('lightning-helptext')?.content).toBe('Few of this size');
    await expect(root.host).toBeAccessible();
  });

  it('says when there is no history', () => {
    const root = render({ level: 'Low', sampleSize: null });
    expect(root.textContent).toContain('Core_Confidence_No_Sample');
    expect(root.querySelector('lightning-helptext')).toBeNull();
  });

  it('shows nothing when nothing was said', () => {
    expect(render({ level: null }).querySelector('p')).toBeNull();
  });
});
