/** Known to everybody: for demonstration only. */
export const DEMO_PASSWORD = 'nimbusu-demo';

/** {@link DEMO_PASSWORD} hashed once: the demo accounts share it, so that seeding is quick and repeatable. */
export const DEMO_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$8IPbL3N0Ls17/wjiPilwiQ$/qYdh6d0ru3PmokZVKnLFGCGAppE2qA2YVEYcFt08Es';

/** The hash of random bytes that were thrown away: nobody gets in by it. */
export const LOCKED_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$dm6lSdzL1w/1jTjQSJKXGw$fX/FziS8Xhrm3qezwOxLcjsp9BKMF8cYysGXLaygKkM';
