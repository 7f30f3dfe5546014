import { createElement } from 'lwc';
import CoreMoment from 'c/coreMoment';

it('shows day and minute and is accessible', async () => {
  const element = createElement('c-core-moment', { is: CoreMoment });
  Object.assign(element, { value: '2026-03-04T05:06:00.000Z' });
  document.body.appendChild(element);

  const shown = element.shadowRoot?.querySelector('lightning-formatted-date-time');

  expect(shown).toMatchObject({ value: '2026-03-04T05:06:00.000Z', day: 'numeric', minute: '2-digit' });
  await expect(element).toBeAccessible();
});
