import type { CloudTrailEvent } from "../event.ts";
import type { Path } from "../path.ts";
import type {
  EndingRow,
  ResourceFacts,
  Row,
  Service,
  TaggedFacts,
  TaggingRow,
  TagSource,
  Where,
} from "../row.ts";
import { makeEvent } from "./make-event.ts";

type Tree = Record<string, unknown>;

/** What paths that are functions read, in an event that holds nothing else yet. */
function emptyCall(): Tree {
  const queueUrl = "https://sqs.eu-central-1.amazonaws.com/444455556666/made";
  return {
    request: {
      queueUrl,
      resourceType: "hostedzone",
      restApiId: "r-1",
      indexId: "i-1",
      detectorId: "d-1",
      clusterName: "c-1",
      changeSetType: "CREATE",
      stackName: "made",
      oidc: { identityProviderConfigName: "made" },
    },
    response: {
      queueUrl,
      serverId: "s-1",
      stackId: "arn:aws:cloudformation:eu-central-1:444455556666:stack/made",
      hostedZone: { id: "/hostedzone/made" },
      healthCheck: { id: "made" },
    },
  };
}

/** The event that a row expects, with `count` resources where it can hold several, all tagged as given. */
export function rowCall(service: Service, row: Row, tags: Tree = {}, count = 1): CloudTrailEvent {
  const roots = emptyCall();
  describe(roots, row, count);
  for (const source of row.tags?.slice(0, 1) ?? []) put(roots, source.at, tagsAs(source, tags, typeOf(row)));
  return eventOf(service, row.event, roots);
}

/** The event that a row of tagging calls expects, naming one resource by the given text. */
export function taggingCall(service: Service, row: TaggingRow, named: string, tags: Tree): CloudTrailEvent {
  const roots = emptyCall();
  const start = row.per === undefined ? roots : { item: {} as Tree };
  for (const source of [...(row.sets ?? []), ...(row.replaces ?? [])].slice(0, 1)) {
    put(start, source.at, source.at === "item" ? tagsOf(tags)[0] : tagsAs(source, tags, ""));
  }
  for (const path of row.removes?.slice(0, 1) ?? []) {
    put(start, path, path === "item" ? tagsOf(tags)[0] : Object.keys(tags));
  }
  for (const facts of row.resources.slice(0, 1)) name(start, facts, named);
  if (row.per !== undefined) put(roots, row.per, [start.item]);
  return eventOf(service, row.event, roots);
}

/** The event of a deletion that names one resource by the given text, at one of the places where it may. */
export function endingCall(
  service: Service,
  row: EndingRow,
  facts: TaggedFacts,
  named: string,
): CloudTrailEvent {
  const roots = emptyCall();
  name(roots, facts, named);
  return eventOf(service, row.event, roots);
}

/** The event of a deletion whose request says the given text wherever it is asked, but names no ARN and no version. */
export function anyEndingCall(service: Service, row: EndingRow, text: string): CloudTrailEvent {
  const answer = (_: object, key: PropertyKey) =>
    /version|qualifier|arn$/i.test(String(key)) ? undefined : text;
  return { ...eventOf(service, row.event, {}), requestParameters: new Proxy({}, { get: answer }) };
}

function describe(roots: Tree, facts: ResourceFacts, count: number): void {
  if (facts.each === undefined) {
    fill(roots, facts, 1);
    return;
  }
  const items = Array.from({ length: count }, (_, index) => {
    const inner: Tree = { item: undefined };
    fill(inner, facts, index + 1);
    for (const child of facts.within ?? []) describe(inner, child, 1);
    return inner.item;
  });
  put(roots, facts.each, items);
}

function fill(roots: Tree, { id, arn, type }: ResourceFacts, number: number): void {
  for (const path of firstOf(arn))
    put(roots, path, `arn:aws:${type.replace(":", ":eu-central-1:444455556666:")}/made-${number}`);
  for (const path of firstOf(id)) put(roots, path, `made-${number}`);
}

function name(roots: Tree, { each, at }: TaggedFacts, named: string): void {
  if (each === undefined) {
    for (const path of firstOf(at)) put(roots, path, named);
    return;
  }
  const inner: Tree = { item: undefined };
  for (const path of firstOf(at)) put(inner, path, named);
  put(roots, each, [inner.item]);
}

function tagsAs({ shape }: TagSource, tags: Tree, type: string): unknown {
  if (shape === "map") return tags;
  return shape === "list" ? tagsOf(tags) : [{ resourceType: type, tags: tagsOf(tags) }];
}

function tagsOf(tags: Tree): Tree[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}

function typeOf({ type }: Row): string {
  return type.slice(type.indexOf(":") + 1);
}

function firstOf(where: Where | undefined): Path[] {
  return [where]
    .flat()
    .flatMap((path) => (typeof path === "string" ? [path] : []))
    .slice(0, 1);
}

/** Puts a value where a path leads, on the first item of the lists on its way. */
function put(roots: Tree, path: Path, value: unknown): void {
  const keys = path.split(".");
  const last = keys.pop() ?? path;
  let tree = roots;
  for (const key of keys) {
    const inner = (tree[key] ?? {}) as Tree;
    tree[key] = inner;
    tree = inner;
  }
  tree[last] = value;
}

function eventOf({ source }: Service, eventName: string, { request, response }: Tree): CloudTrailEvent {
  return makeEvent({
    eventSource: source,
    eventName,
    requestParameters: request,
    responseElements: response,
  });
}
