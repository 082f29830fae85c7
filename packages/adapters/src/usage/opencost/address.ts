import { plainUrl } from "../plain-url.ts";

/** Where an OpenCost is asked. */
export interface OpencostAddress {
  /** As people call it. */
  readonly name: string;
  readonly allocation: string;
  readonly assets: string;
}

const ALLOCATION = /\/allocation(\/compute)?\/*$/;

/**
 * Where an OpenCost answers whose address may be its own, one with `/model` in front, or that of its allocation API.
 *
 * @throws bad-configuration where the address holds a password
 * @example opencostAddress("http://opencost:9003").allocation // "http://opencost:9003/allocation/compute"
 * @example opencostAddress("http://kubecost:9090/model/allocation").assets // "http://kubecost:9090/model/assets"
 */
export function opencostAddress(url: string): OpencostAddress {
  const whole = plainUrl(url, "an OpenCost").href.replace(/\/+$/, "");
  const base = whole.replace(ALLOCATION, "");
  return {
    name: `opencost ${base}`,
    allocation: whole === base ? `${base}/allocation/compute` : whole,
    assets: `${base}/assets`,
  };
}
