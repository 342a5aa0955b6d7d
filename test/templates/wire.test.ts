import { describe, expect, it } from 'vitest';
import { wireNames } from '../../functions/domain/house-styles.ts';
import { exampleDraft } from '../support/example-draft.ts';

const draft = exampleDraft('halden-2026', { wires: [...wireNames] });

describe('the release of another company for a wire', () => {
  it.each(draft.wires)('reads as $wire wants it', ({ text }) => {
    expect(text).toMatchSnapshot();
  });
});
