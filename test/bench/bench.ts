import { measureDailyRound } from './daily-round.ts';
import { measureDrafting } from './drafting.ts';
import { measureReceive } from './in-process.ts';
import { measureIntake } from './intake.ts';
import { measureLoad } from './load.ts';
import { measurePages } from './pages.ts';
import { measureStack } from './stack.ts';
import { measureStartUp } from './start-up.ts';
import { measureSweep } from './sweep.ts';

const startUp = await measureStartUp();
const receive = await measureReceive();
const intake = await measureIntake();
const drafting = await measureDrafting();
const sweep = await measureSweep();
const dailyRound = await measureDailyRound();
const stack = await measureStack();
const load = await measureLoad();
const pages = await measurePages();

if (process.argv.includes('--json')) {
  console.log(
    JSON.stringify({ startUp, receive, intake, drafting, sweep, dailyRound, stack, load, pages }, null, 2),
  );
} else {
  const ms = (value: number): string => `${value.toFixed(value < 1 ? 3 : 1)} ms`;
  const row = (label: string, value: string, note = ''): void =>
    console.log(`${label.padEnd(46)}${value.padStart(12)}${note === '' ? '' : `  ${note}`}`);
  const { bareNodeMs, functions, verdicts } = startUp;
  console.log('Start-up over bare Node (child process, median of 15), and what is read');
  row('  Node alone', ms(bareNodeMs));
  for (const { function: name, overBareNodeMs, timesBareNode, eagerKB, totalKB } of functions)
    row(
      `  ${name}`,
      ms(overBareNodeMs),
      `${timesBareNode.toFixed(1)} times Node alone; ${eagerKB} KB before it can start, ${totalKB} KB in all`,
    );
  for (const { of, budget, measured, kept } of verdicts)
    row(`  ${of}`, measured.toFixed(1), `of ${budget}: ${kept ? 'kept' : 'NOT KEPT'}`);
  console.log(`\nReceive, CPU for one event of ${receive.bytes} bytes`);
  row('  receive', ms(receive.receiveMs));
  row(
    '  one HMAC and JSON.parse of the same body',
    ms(receive.hmacAndParseMs),
    `${(receive.receiveMs / receive.hmacAndParseMs).toFixed(1)} times this`,
  );
  console.log('\nVerify, read and validate one event, beside npm standardwebhooks and JSON.parse (CPU)');
  for (const { kilobytes, oursMs, theirsMs, ratio, kept } of intake.costs)
    row(
      `  ${kilobytes} KB`,
      ms(oursMs),
      `${ms(theirsMs)} theirs, ${ratio.toFixed(2)} times${kept === undefined ? '' : ` of ${intake.budget.ratio}: ${kept ? 'kept' : 'NOT KEPT'}`}`,
    );
  console.log('\nDrafting, with all outputs but the Word file (CPU)');
  for (const { of, ms: took, budgetMs, kept } of drafting)
    row(`  ${of}`, ms(took), `of ${ms(budgetMs)}: ${kept ? 'kept' : 'NOT KEPT'}`);
  console.log('\nSweep, calls to S3 in one round with as many reminders due');
  for (const { open, due, lists, gets, puts, deletes, callsPerDue, dollars, budgetPerDue, kept } of sweep)
    row(
      `  ${open.toLocaleString('en')} open, ${due.toLocaleString('en')} due`,
      String(lists + gets + puts + deletes),
      `${lists} LIST, ${gets} GET, ${puts} PUT, ${deletes} DELETE, $${dollars.toFixed(4)}; ${callsPerDue.toFixed(1)} for each due, of ${budgetPerDue}: ${kept ? 'kept' : 'NOT KEPT'}`,
    );
  console.log('\nSweep, calls to S3 in the daily round through closed releases');
  for (const { closed, keys, first, next, nextMs, kept } of dailyRound)
    row(
      `  ${closed.toLocaleString('en')} closed, ${keys.toLocaleString('en')} keys`,
      String(next.lists + next.gets + next.puts),
      `${next.lists} LIST, ${next.gets} GET, ${next.puts} PUT, ${ms(nextMs)} CPU; first of a month ${first.lists} LIST, ${first.gets} GET, ${first.puts} PUT; no release is read: ${kept ? 'kept' : 'NOT KEPT'}`,
    );
  console.log('\nEmbedded stack, median of 9');
  row('  POST to 202, first ever (cold)', ms(stack.coldAnswerMs));
  row('  POST to 202', ms(stack.answerMs));
  row('  POST to the mail, less the settle time', ms(stack.mailMs));
  console.log(`\nEmbedded stack, ${load.posts} posts at once, warm`);
  row('  answered 202', String(load.accepted));
  row(
    '  events in the ledger',
    String(load.recorded),
    load.recorded === load.posts ? 'none lost' : 'NOT KEPT',
  );
  row('  POST to 202, half of them within', ms(load.p50Ms));
  row('  POST to 202, 99 of 100 within', ms(load.p99Ms));
  console.log('\nEmbedded stack, a page to its first byte, warm, median of 15');
  for (const { of, firstByteMs, lastByteMs, budgetMs, kilobytes, budgetKilobytes, kept } of pages)
    row(
      `  ${of}`,
      ms(firstByteMs),
      `of ${ms(budgetMs)}, last byte ${ms(lastByteMs)}; ${kilobytes} KB of ${budgetKilobytes}: ${kept ? 'kept' : 'NOT KEPT'}`,
    );
}
