/** Time as a port, so that tests can move it. */
export type Clock = {
  /** Milliseconds since 1970, UTC. */
  now(): number;
};

export const systemClock: Clock = { now: () => Date.now() };

/** The time as an ISO 8601 string in UTC. */
export const isoNow = (clock: Clock): string => new Date(clock.now()).toISOString();

/** Epoch seconds `seconds` from now, for a row's `ttl`. */
export const ttlIn = (clock: Clock, seconds: number): number => Math.floor(clock.now() / 1000) + seconds;
