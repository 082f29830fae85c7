import type { EventType } from "@tagledger/core/events/event-type";
import { EVENT_SOURCE } from "@tagledger/core/events/source";

/**
 * The part of the documentation about one event: when it is published, how to listen for it, and what one looks like.
 *
 * @example documented(violatingType) // "## ResourceViolating\n\n…"
 */
export function documented({ name, when, example }: EventType): string {
  const pattern = { source: [EVENT_SOURCE], "detail-type": [name] };
  return [
    `## ${name}`,
    `${when} [Schema of its \`detail\`](${name}.schema.json).`,
    "A pattern that a rule matches it by:",
    block(pattern),
    "One such event:",
    block(onTheBus(example)),
  ].join("\n\n");
}

/** An event as a rule delivers it, without what EventBridge adds of its own. */
function onTheBus({ type, at, detail }: EventType["example"]) {
  const time = new Date(at).toISOString().replace(".000Z", "Z");
  const resources = detail.resource === undefined ? [] : [detail.resource];
  return { source: EVENT_SOURCE, "detail-type": type, time, resources, detail };
}

function block(value: unknown): string {
  return `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
}
