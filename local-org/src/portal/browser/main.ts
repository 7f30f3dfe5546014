import { createElement } from 'lwc';
import { context } from 'portal/context';
import Lightning from 'shell/lightning';
import Site from 'shell/site';

const [tag, shell] = context.shell === 'site' ? (['shell-site', Site] as const) : (['shell-lightning', Lightning] as const);
document.getElementById('portal')!.replaceChildren(createElement(tag, { is: shell }));
