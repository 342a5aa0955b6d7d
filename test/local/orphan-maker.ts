import { createPool } from '../../local/runtime/pool.ts';

/** Starts the function of a bundle, prints what it logs, and waits to be killed. */
const pool = createPool({
  settings: {
    name: 'orphan',
    arn: 'arn:aws:lambda:local:000000000000:function:orphan',
    directory: process.argv[2] ?? '',
    handler: 'index.handler',
    timeoutSeconds: 60,
    memoryMegabytes: 128,
    variables: {},
  },
  onLine: (line) => console.log(line),
});
await pool.invoke({});
