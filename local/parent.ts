const lookEveryMilliseconds = 500;

/**
 * Ends this process when the one that started it has ended: `npm run` passes SIGTERM to a shell, and the shell ends
 * without passing it on. Where the system does not tell of a parent's end, as on Windows, nothing happens.
 */
export const endWithParent = (): void => {
  const parent = process.ppid;
  const look = (): void => {
    if (process.ppid !== parent) process.exit(0);
  };
  setInterval(look, lookEveryMilliseconds).unref();
};
