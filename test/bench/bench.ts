import { measureReceive, measureRender } from './in-process.ts';
import { measureStack } from './stack.ts';
import { measureStartUp } from './start-up.ts';

const startUp = await measureStartUp();
const receive = await measureReceive();
const renderMs = await measureRender();
const stack = await measureStack();

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ startUp, receive, renderMs, stack }, null, 2));
} else {
  const ms = (value: number): string => `${value.toFixed(value < 1 ? 3 : 1)} ms`;
  const row = (label: string, value: string, note = ''): void =>
    console.log(`${label.padEnd(46)}${value.padStart(12)}${note === '' ? '' : `  ${note}`}`);
  const receiveStart = startUp.find(({ function: name }) => name === 'receive');
  const within = (good: boolean | undefined): string =>
    good === true ? 'within its budget' : 'OVER ITS BUDGET';

  console.log('Start-up over bare Node (child process, median of 15), and what is read');
  for (const { function: name, overBareNodeMs, eagerKB, totalKB } of startUp) {
    row(`  ${name}`, ms(overBareNodeMs), `${eagerKB} KB before it can start, ${totalKB} KB in all`);
  }
  row(
    '  budget of receive: 30 ms and 350 KB',
    '',
    within(receiveStart && receiveStart.overBareNodeMs <= 30 && receiveStart.eagerKB <= 350),
  );
  console.log(`\nReceive, CPU for one event of ${receive.bytes} bytes`);
  row('  receive', ms(receive.receiveMs));
  row(
    '  one HMAC and JSON.parse of the same body',
    ms(receive.hmacAndParseMs),
    `${(receive.receiveMs / receive.hmacAndParseMs).toFixed(1)} times this`,
  );
  console.log('\nDrafting the release of 2002');
  row('  content, checks, text and HTML', ms(renderMs));
  console.log('\nEmbedded stack, median of 9');
  row('  POST to 202, first ever (cold)', ms(stack.coldAnswerMs));
  row('  POST to 202', ms(stack.answerMs));
  row('  POST to the mail, less the settle time', ms(stack.mailMs));
}
