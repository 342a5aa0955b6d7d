const statusOf = (error: Error): unknown => {
  if (!('$metadata' in error) || typeof error.$metadata !== 'object' || error.$metadata === null)
    return undefined;
  return 'httpStatusCode' in error.$metadata ? error.$metadata.httpStatusCode : undefined;
};

const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EPIPE', 'ETIMEDOUT']);

/** Whether an error means that an AWS service could not be reached, or could not answer, so that trying later may help. */
export const isOutage = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const status = statusOf(error);
  if (typeof status === 'number') return status >= 500 || status === 429;
  if (error.name === 'TimeoutError') return true;
  return 'code' in error && typeof error.code === 'string' && networkCodes.has(error.code);
};
