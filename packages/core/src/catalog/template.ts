import type { CloudTrailEvent } from "./event.ts";
import { partitionOf } from "./partition.ts";
import type { ArnTemplate } from "./row.ts";

type Part = (event: CloudTrailEvent, type: string, id: string) => string | null;

const PLACES: Readonly<Record<string, Part>> = {
  partition: (event) => partitionOf(event.region),
  region: (event) => event.region,
  account: (event) => event.account,
  type: (_, type) => type.slice(type.indexOf(":") + 1),
  id: (_, __, id) => id,
  "id:bare": (_, __, id) => (id.startsWith("/") ? id.slice(1) : id),
};

/**
 * Prepares a template for building ARNs; the ARN is null where the event lacks a part of it.
 *
 * @example arnBuilder("arn:{partition}:s3:::{id}")(event, "s3:bucket", "features") // "arn:aws:s3:::features"
 */
export function arnBuilder(
  template: ArnTemplate,
): (event: CloudTrailEvent, type: string, id: string) => string | null {
  const parts = template.split(/[{}]/).map((text, index): Part => {
    if (index % 2 === 0) return () => text;
    const place = PLACES[text];
    if (place === undefined) throw new TypeError(`no place of an ARN is called {${text}}: ${template}`);
    return place;
  });
  return (event, type, id) => {
    let arn = "";
    for (const part of parts) {
      const text = part(event, type, id);
      if (text === null) return null;
      arn += text;
    }
    return arn;
  };
}
