import { describe, expect, it } from 'vitest';
import { htmlFindings } from '../../functions/domain/edgar/html-rules.ts';
import { exampleDraft } from '../support/example-draft.ts';
import { registrant } from '../support/registrant.ts';

describe('the draft of Form 8-K', () => {
  it.each([
    ['of 2026, with what the profile knows of the registrant', exampleDraft('halden-2026', { registrant })],
    ['of 2002, before the items of today', exampleDraft('iec-2002')],
  ])('%s, reads as counsel wants it', (_, { form8k }) => {
    expect(form8k).toMatchSnapshot();
    expect(htmlFindings(form8k)).toEqual([]);
  });
});
