import type { Rate } from "./http/rate.ts";

/** The most that a body may hold: usage of a month in hours, for some hundred teams. */
export const MOST_BYTES = 4 * 1024 * 1024;

/** How often one viewer may ask, of each instance: the page asks some thirty times where it is opened. */
export const VIEWER_RATE: Rate = { burst: 120, perSecond: 20 };

/** How often one address may fail to say who asks. */
export const UNPROVEN_RATE: Rate = { burst: 20, perSecond: 1 };
