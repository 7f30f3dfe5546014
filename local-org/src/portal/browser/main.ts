import { createElement } from 'lwc';
import { context } from 'portal/context';
import Lightning from 'shell/lightning';
import Site from 'shell/site';

const shell = context.shell === 'site' ? createElement('shell-site', { is: Site }) : createElement('shell-lightning', { is: Lightning });
document.getElementById('portal')!.replaceChildren(shell);
