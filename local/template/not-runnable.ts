/** The template holds something that this runner does not know; it is refused, because to skip it would be to drift from AWS in silence. */
export class NotRunnable extends Error {
  override name = 'NotRunnable';

  constructor(where: string, what: string) {
    super(`The local stack cannot run ${where}: ${what}`);
  }
}
