import { openOrg } from '../../src/open-org.ts';
import { portal } from '../../src/portal/index.ts';
import { loadSample } from './sample.ts';
const org = openOrg({ root: '/work/main', memory: true, log: (l) => console.log('LOG', l) });
try {
  const sample = loadSample(org); console.log(sample);
  const p = portal(org);
  console.log(JSON.stringify(p.personas(), null, 1));
  await p.ready().then(() => console.log('built'), (e) => console.log('BUILD', e.message));
} catch (e) { console.log(e); }
org.close();
