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
  const { bareNodeMs, functions } = startUp;
  // A budget in milliseconds means nothing without a machine: it was set where Node alone starts in 16 ms.
  const referenceNodeMs = 16;
  const onReference = (value: number): number =>
    (value * referenceNodeMs) / Math.max(bareNodeMs, referenceNodeMs);

  console.log('Start-up over bare Node (child process, median of 15), and what is read');
  row('  Node alone', ms(bareNodeMs));
  for (const { function: name, overBareNodeMs, eagerKB, totalKB } of functions) {
    const scaled = `${ms(onReference(overBareNodeMs))} where Node takes ${referenceNodeMs} ms`;
    row(
      `  ${name}`,
      ms(overBareNodeMs),
      `${scaled}; ${eagerKB} KB before it can start, ${totalKB} KB in all`,
    );
  }
  const [receiveStart] = functions;
  const within =
    receiveStart && onReference(receiveStart.overBareNodeMs) <= 30 && receiveStart.eagerKB <= 350;
  row('  budget of receive, 30 ms and 350 KB', within === true ? 'kept' : 'NOT KEPT');
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
