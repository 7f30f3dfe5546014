import { describe, expect, it } from 'vitest';
import { mergeFields } from './merge-fields.ts';

const context = {
  credentials: { Inference_Service: { ApiKey: 's3cret' } },
  organizationId: '00D000000000001EAA',
  user: { id: '005000000000001AAA', username: 'integration@example.com' }
};

describe('merge fields of a credential header', () => {
  it('puts the secret and the organization into a header', () => {
    expect(mergeFields('Bearer {!$Credential.Inference_Service.ApiKey}', context)).toBe('Bearer s3cret');
    expect(mergeFields('{!$Organization.Id}', context)).toBe('00D000000000001EAA');
  });

  it('concatenates literals with &', () => {
    expect(mergeFields("{!'Bearer ' & $Credential.inference_service.apikey}", context)).toBe('Bearer s3cret');
  });

  it('names a parameter that was never set instead of sending nothing', () => {
    expect(() => mergeFields('{!$Credential.Inference_Service.Token}', context)).toThrow(
      'The credential Inference_Service has no parameter Token'
    );
  });

  it('names a function that it does not know', () => {
    expect(() => mergeFields('{!BASE64ENCODE(x)}', context)).toThrow('Not implemented in the local org');
  });
});
