import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFiles, render } from '../unpackaged/scripts/render.ts';
import { root } from './lib/run.ts';

const unpackaged = readFiles(join(root, 'unpackaged'));
const packaged = readFiles(join(root, 'force-app'));
const target = { namespace: '', integrationUser: 'ai@acme.com', siteSender: 'portal@acme.com' };
const plain = render(unpackaged, packaged, target);
const named = render(unpackaged, packaged, { ...target, namespace: 'ppai' });
const file = (files: ReadonlyMap<string, string>, part: string): string => {
  const found = [...files].find(([path]) => path.includes(part));
  if (!found) throw new Error(`No file with ${part}`);
  return found[1];
};

describe('metadata beside the package', () => {
  it('leaves no placeholder of ours behind', () => {
    for (const files of [plain, named])
      for (const [path, text] of files) expect(text, path).not.toMatch(/partner-portal-ai\.example|partner-portal@example/);
    expect(file(plain, 'platformEventSubscriberConfigs')).toContain('ai@acme.com');
    expect(file(plain, 'networks')).toContain('portal@acme.com');
  });

  it('is otherwise what stands in the source when the package has no namespace', () => {
    expect([...plain.keys()]).toEqual([...unpackaged.keys()]);
    expect(file(plain, 'sfdc_cms__view/Deals/content')).toBe(file(unpackaged, 'sfdc_cms__view/Deals/content'));
  });

  it('names objects, fields, components, triggers and permission sets of a package by its namespace', () => {
    const approval = 'approvalProcesses/ppai__Deal_Registration__c.Deal_Approval.approvalProcess-meta.xml';
    expect(named.get(approval)).toContain('<field>ppai__Amount__c</field>');
    expect(named.get(approval)).toContain('<field>ppai__Deal_Registration__c.ppai__Status__c</field>');
    expect(file(named, 'sfdc_cms__view/Deals/content')).toContain('"ppai:dealList"');
    expect(file(named, 'sfdc_cms__route/Deal_Registration_Detail__c/content')).toContain('detail-ppai__Deal_Registration__c');
    expect(file(named, 'platformEventSubscriberConfigs')).toContain('<platformEventConsumer>ppai__AiWork<');
    expect(file(named, 'networks')).toMatch(/<permissionSet>ppai__\w+</);
    expect(file(named, 'Deal_Status_Changed.email')).toContain('{!ppai__Deal_Registration__c.ppai__Prospect_Company__c}');
  });

  it('leaves the names of the org, and of the platform, as they are', () => {
    expect(file(named, 'approvalProcesses')).toContain('<field>Name</field>');
    expect(file(named, 'queues/Deal_Review')).toContain('<name>Deal Review</name>');
    expect(named.has('site/digitalExperiences/site/Partner_Portal1/sfdc_cms__route/Deals__c/content.json')).toBe(true);
    expect(file(named, 'Standard_Objects')).not.toContain('ppai__');
  });

  it('adds no second prefix to what has one', () => {
    const again = render(named, packaged, { ...target, namespace: 'ppai' });
    for (const [path, text] of again) expect(text, path).not.toContain('ppai__ppai__');
  });
});
