import { decide } from './decide.ts';
import type { Act } from './page.ts';
import { showReview } from './show.ts';
import { visitFields } from './visit.ts';

/** Takes the form of a decision, and shows what stands, or what keeps it from being recorded. */
export const postDecision: Act = async (ports, answers, visit, { form }, session) => {
  const verdict = await decide(ports, visit, form);
  ports.log(verdict.result === 'recorded' ? 'INFO' : 'WARN', 'REVIEW_DECISION', {
    ...visitFields(visit),
    result: verdict.result,
  });
  switch (verdict.result) {
    case 'recorded':
    case 'stands':
      return answers.goTo(visit.path);
    case 'not-asked':
      return answers.page(404, 'no-link');
    case 'problems':
      return showReview(ports, answers, visit, session, 422, { refused: verdict });
    case 'too-late':
      return showReview(ports, answers, visit, session, 409, { tooLate: verdict });
  }
};
