import type { Act } from './page.ts';
import { showReview } from './show.ts';
import { takeBack } from './take-back.ts';
import { visitFields } from './visit.ts';

/** Takes the form that takes a decision back, and shows what stands. */
export const takeBackDecision: Act = async (ports, answers, visit, { form }, session) => {
  const result = await takeBack(ports, visit, Number(form.get('round')));
  ports.log(result === 'taken-back' ? 'INFO' : 'WARN', 'REVIEW_DECISION_TAKEN_BACK', {
    ...visitFields(visit),
    result,
  });
  return result === 'too-late'
    ? showReview(ports, answers, visit, session, 409, { stillStands: true })
    : answers.goTo(visit.path);
};
