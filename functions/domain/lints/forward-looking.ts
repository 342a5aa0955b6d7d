import type { Check } from '../draft.ts';
import { daysIn } from './days.ts';
import { warning } from './lint.ts';
import type { ReleaseText } from './release-text.ts';
import { sentencesOf } from './wording.ts';

/** The day on which the Private Securities Litigation Reform Act became law; no older release can have its legend. */
const enacted = '1995-12-22';

/** Words that speak of the future wherever they stand. */
const certain =
  /\b(?:expects?|anticipates?|intends?|believes?|plans? to|(?:is|are) (?:expected|anticipated|projected|intended) to)\b/i;

/** Words that speak of the future where the sentence names a day that is to come. */
const withDay = /\b(?:will|may|could|should|would)\b/;

/** Words that may speak of the future; a text without any of them does not. */
const possible =
  /\b(?:will|may|could|should|would|goals?|outlook|future|prospects?|targets?|until|through|plans?|planned|planning|program to repurchase)\b|\b(?:expect|anticipat|intend|believ|project|estimat|forecast|continu|opportunit)/i;

const isForwardLooking = (sentence: string, announced: string): boolean =>
  certain.test(sentence) || (withDay.test(sentence) && daysIn(sentence).some((day) => day > announced));

/** Whether a text names a day or a year to come, such as that on which a dividend is paid or notes fall due. */
const looksAhead = (text: string, announced: string): boolean =>
  daysIn(text).some((day) => day > announced) ||
  [...text.matchAll(/\b(?:19|20)\d\d\b/g)].some(([year]) => year > announced.slice(0, 4));

const shortened = (sentence: string): string =>
  sentence.length <= 90 ? sentence : `${sentence.slice(0, 90)} ...`;

/** Finds a safe harbor legend that is missing, that protects nothing, or that the law does not give to this issuer. */
export const safeHarborLints = ({
  paragraphs,
  announced,
  hasSafeHarbor,
  safeHarborEligible,
}: Pick<ReleaseText, 'paragraphs' | 'announced' | 'hasSafeHarbor' | 'safeHarborEligible'>): Check[] => {
  if (hasSafeHarbor && !safeHarborEligible) {
    return [
      warning(
        'safe-harbor-excluded',
        'The law gives this issuer no safe harbor for forward-looking statements. Ask counsel whether to keep the legend.',
      ),
    ];
  }
  if (hasSafeHarbor) {
    return paragraphs.some((text) => possible.test(text) || looksAhead(text, announced))
      ? []
      : [
          warning(
            'safe-harbor-unneeded',
            'The release has a safe harbor legend, and no day or word was found in it that looks forward. Ask counsel whether the legend is needed.',
          ),
        ];
  }
  if (!safeHarborEligible || announced < enacted) return [];
  const found = sentencesOf(paragraphs).find((sentence) => isForwardLooking(sentence, announced));
  return found === undefined
    ? []
    : [
        warning(
          'safe-harbor-missing',
          `This looks forward, and there is no safe harbor legend: "${shortened(found)}" Add one.`,
        ),
      ];
};
