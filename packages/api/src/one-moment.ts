import type { ApiSystem, Snapshots } from "./system.ts";

/**
 * The same system for one answer: what is read of a month, and its details, are looked up once, so that the tag of an answer
 * and all that stands in it are of the same snapshot, whatever is published meanwhile.
 */
export function ofOneMoment(system: ApiSystem): ApiSystem {
  const snapshots = once(async () => pinned(await system.snapshots()));
  return { ...system, snapshots };
}

function pinned(records: Snapshots): Snapshots {
  const [states, details] = [
    new Map<string, ReturnType<Snapshots["state"]>>(),
    new Map<string, ReturnType<Snapshots["details"]>>(),
  ];
  return {
    ...records,
    state: (period, basis) => known(states, `${period} ${basis}`, () => records.state(period, basis)),
    details: (id) => known(details, id, () => records.details(id)),
  };
}

function known<Value>(kept: Map<string, Value>, key: string, read: () => Value): Value {
  const value = kept.get(key) ?? read();
  kept.set(key, value);
  return value;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
