/** A tag to be given where resources are made. */
export type FactoryTag = {
  readonly key: string;
  /** Null where a person must choose. */
  readonly value: string | null;
};

/** The resource that showed that its maker gives wrong tags. */
export type MadeThere = {
  /** As in `ec2:instance`. */
  readonly type: string;
  readonly id: string;
  readonly arn: string | null;
  readonly region: string | null;
};

/** What a text is wanted for. */
export type Asked = {
  /** Which group, cluster or stack it is; null where that does not show. */
  readonly name: string | null;
  readonly subject: MadeThere;
  /** At least one. */
  readonly tags: readonly FactoryTag[];
};

/** One thing to do: a sentence, and what to write where. */
export type Step = { readonly says: string; readonly code?: string };

/** What the owner of a controller has to change there, most useful first. */
export type Factory = (asked: Asked) => readonly Step[];
