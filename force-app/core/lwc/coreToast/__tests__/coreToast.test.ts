import type { LightningElement } from 'lwc';
import Toast from 'lightning/toast';
import { showToast } from 'c/coreToast';

const source = {} as LightningElement;

describe('c-core-toast', () => {
  afterEach(() => jest.restoreAllMocks());

  it('says what is done and goes away by itself', () => {
    const show = jest.spyOn(Toast, 'show');
    showToast(source, { title: 'Saved', message: 'DR-1 is saved' });
    expect(show).toHaveBeenCalledWith({ label: 'Saved', message: 'DR-1 is saved', variant: 'success', mode: 'dismissible' }, source);
  });

  it('leaves an error until it is closed', () => {
    const show = jest.spyOn(Toast, 'show');
    showToast(source, { title: 'Not sent', variant: 'error' });
    expect(show).toHaveBeenCalledWith(expect.objectContaining({ variant: 'error', mode: 'sticky' }), source);
  });
});
