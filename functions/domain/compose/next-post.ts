/** What somebody has already, and stays: a seat on the board, shares or work, named without the capital of a title. */
const isHeld =
  /^(?:(?:an? |one of the )?(?:independent |non-executive |non-employee )?(?:director|employee|shareholder|stockholder)s?\b|(?:a )?member of the board\b|(?:on|with) )/;

/** The post that follows another, and whether somebody `remains` in it; of any other it is not known whether it is new. */
export const nextPostView = (post: string | undefined): { next: string | null; remains: boolean } => ({
  next: post ?? null,
  remains: post !== undefined && isHeld.test(post),
});
