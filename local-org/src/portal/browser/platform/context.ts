import type { PageContext } from '../../pages/context.ts';

const element = document.getElementById('portal-context');
if (!element?.textContent) throw new Error('The page carries no context');

export const context = JSON.parse(element.textContent) as PageContext;
