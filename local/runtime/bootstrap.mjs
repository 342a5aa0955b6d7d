// Runs one Lambda function against the Lambda Runtime API, as the managed Node.js runtime does.
// Plain JavaScript, because stripping types costs each cold start 50 ms.
import { request } from 'node:http';

const {
  AWS_LAMBDA_RUNTIME_API: api = '',
  LAMBDA_TASK_ROOT: taskRoot,
  _HANDLER: handlerName = '',
  AWS_LAMBDA_FUNCTION_NAME: functionName,
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: memoryLimitInMB,
} = process.env;

// Standard input closes when the parent dies, however it dies: no function outlives its stack.
process.stdin.resume().on('end', () => process.exit(1));

const call = (method, path, body) =>
  new Promise((resolve, reject) => {
    const outgoing = request(`http://${api}/2018-06-01/runtime${path}`, { method }, async (incoming) => {
      const chunks = [];
      for await (const chunk of incoming) chunks.push(chunk);
      resolve({ headers: incoming.headers, text: Buffer.concat(chunks).toString() });
    });
    outgoing.on('error', reject).end(body);
  });

const report = (error) =>
  JSON.stringify({
    errorType: error instanceof Error ? error.name : typeof error,
    errorMessage: error instanceof Error ? error.message : String(error),
    trace: error instanceof Error ? (error.stack ?? '').split('\n') : [],
  });

const loadHandler = async () => {
  const [, file, name] = /^(.+)\.([^.]+)$/.exec(handlerName) ?? [];
  const module = await import(`${taskRoot}/${file}.mjs`);
  if (typeof module[name] !== 'function') throw new TypeError(`${handlerName} is not a function`);
  return module[name];
};

const contextOf = (headers) => ({
  awsRequestId: headers['lambda-runtime-aws-request-id'],
  invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
  functionName,
  functionVersion: '$LATEST',
  memoryLimitInMB,
  logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
  logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Number(headers['lambda-runtime-deadline-ms']) - Date.now(),
});

const run = async (handler) => {
  for (;;) {
    const { headers, text } = await call('GET', '/invocation/next');
    const context = contextOf(headers);
    const [kind, body] = await Promise.resolve()
      .then(() => handler(JSON.parse(text), context))
      .then(
        (result) => ['response', JSON.stringify(result) ?? 'null'],
        (error) => ['error', report(error)],
      );
    await call('POST', `/invocation/${context.awsRequestId}/${kind}`, body);
  }
};

try {
  const handler = await loadHandler().catch(async (error) => {
    console.error(error);
    await call('POST', '/init/error', report(error));
    process.exit(1);
  });
  await run(handler);
} catch {
  // The Runtime API is gone, and with it whoever would want an answer.
  process.exit(1);
}
