/** Where an OpenCost is asked. */
export interface OpencostAddress {
  /** As people call it; without what is secret. */
  readonly name: string;
  readonly allocation: string;
  readonly assets: string;
  /** What a name and password in the address come to as a header; null where there are none. */
  readonly authorization: string | null;
}

const ALLOCATION = /\/allocation(\/compute)?\/*$/;

/**
 * Where an OpenCost answers whose address may be its own, one with `/model` in front, or that of its allocation API.
 *
 * @example opencostAddress("http://opencost:9003").allocation // "http://opencost:9003/allocation/compute"
 * @example opencostAddress("http://kubecost:9090/model/allocation").assets // "http://kubecost:9090/model/assets"
 */
export function opencostAddress(url: string): OpencostAddress {
  const parsed = new URL(url);
  parsed.search = "";
  parsed.hash = "";
  const { username, password } = parsed;
  const credentials = [username, password].map(decodeURIComponent).join(":");
  parsed.username = "";
  parsed.password = "";
  const whole = parsed.href.replace(/\/+$/, "");
  const base = whole.replace(ALLOCATION, "");
  return {
    name: `opencost ${base}`,
    allocation: whole === base ? `${base}/allocation/compute` : whole,
    assets: `${base}/assets`,
    authorization: credentials === ":" ? null : `Basic ${Buffer.from(credentials).toString("base64")}`,
  };
}
