import { type Call, KINDS } from "../world/kinds.ts";

/** The call that runs so many instances at once, all with the same tags. */
export function fleet(instances: number, tags: Readonly<Record<string, string>>): Call {
  const items = Array.from({ length: instances }, (_, index) => ({
    instanceId: `i-${String(index + 1).padStart(17, "0")}`,
    instanceType: "m5.large",
    placement: { tenancy: "default" },
  }));
  return { ...KINDS.instance.create("load-1", tags), responseElements: { instancesSet: { items } } };
}
