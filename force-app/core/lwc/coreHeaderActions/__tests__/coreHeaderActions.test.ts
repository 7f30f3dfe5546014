import { createElement } from 'lwc';
import CoreHeaderActions from 'c/coreHeaderActions';

jest.mock('@salesforce/apex/NotificationController.getBell', () => ({ default: jest.fn().mockResolvedValue({ unread: 0, items: [] }) }), {
  virtual: true
});
jest.mock('@salesforce/apex/NotificationController.getProfile', () => ({ default: jest.fn().mockResolvedValue({ name: 'Maya' }) }), {
  virtual: true
});
jest.mock('@salesforce/community/basePath', () => ({ __esModule: true, default: '/partners' }), { virtual: true });

describe('c-core-header-actions', () => {
  it('has the bell and the way out', async () => {
    const element = createElement('c-core-header-actions', { is: CoreHeaderActions });
    document.body.appendChild(element);
    await Promise.resolve();
    expect(element.shadowRoot?.querySelector('c-core-notification-bell')).not.toBeNull();
    expect(element.shadowRoot?.querySelector('c-core-profile-menu')).not.toBeNull();
    await expect(element).toBeAccessible();
    element.remove();
  });
});
