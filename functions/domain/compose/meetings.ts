import type { Meeting } from '../acts/common.ts';
import { longDate } from '../dates.ts';

/** A meeting of shareholders, for the partial `at-meeting`. */
export const meetingView = (meeting: Meeting | undefined): { type: string; day: string | null } | null =>
  meeting === undefined
    ? null
    : { type: meeting.type, day: meeting.date === undefined ? null : longDate(meeting.date) };
