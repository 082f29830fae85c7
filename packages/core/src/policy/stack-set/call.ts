/** The value of a parameter; of a resource, what names it. */
export function ref(name: string) {
  return { Ref: name };
}

/** A property of a resource. */
export function get(resource: string, property: string) {
  return { "Fn::GetAtt": [resource, property] };
}

/** A text with the values of what it names as `${…}`. */
export function sub(text: string) {
  return { "Fn::Sub": text };
}

/** Whether two values are one. */
export function equals(one: unknown, other: unknown) {
  return { "Fn::Equals": [one, other] };
}

/** Whether a condition does not hold. */
export function not(condition: unknown) {
  return { "Fn::Not": [condition] };
}

/** Whether all conditions hold. */
export function and(...conditions: readonly unknown[]) {
  return { "Fn::And": conditions };
}

/** A value under a condition, and nothing otherwise. */
export function given(condition: string, value: unknown) {
  return { "Fn::If": [condition, value, ref("AWS::NoValue")] };
}

/** What CloudFormation knows of the stack itself. */
export const HERE = {
  account: ref("AWS::AccountId"),
  region: ref("AWS::Region"),
} as const;
