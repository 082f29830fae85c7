/** By which Pulumi marks what is secret, and wraps it. */
const [MARK, SECRET] = ["4dabf18193072939515e22adb298388d", "1b47061264138c4ac30d75fd1eb44270"];

/** Values as a provider gets them, where some are secret. */
export function opened<Value>(value: Value): Value;
export function opened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => opened(each));
  if (typeof value !== "object" || value === null) return value;
  if (MARK in value && value[MARK as keyof typeof value] === SECRET && "value" in value)
    return opened(value.value);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, opened(each)]));
}
