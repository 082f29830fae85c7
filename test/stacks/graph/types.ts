/** A resource as it was asked of its provider. */
export interface Resource {
  /** As `aws:sqs/queue:Queue`. */
  readonly type: string;
  /** Its logical name: physical ones hold random characters. */
  readonly name: string;
  readonly id: string;
  readonly arn: string | null;
  /** Whether Pulumi refuses to replace or delete it. */
  readonly isProtected: boolean;
  /** All that was asked for; nothing in it is unknown. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** All tags that it gets, the provider's own included; null where its type takes none. */
  readonly tags: Readonly<Record<string, string>> | null;
}

/** What `app()` of the configuration says. */
export interface App {
  readonly name: string;
  readonly stage: string;
  readonly removal?: string;
  readonly protect?: boolean;
  readonly providers?: {
    readonly aws?: { readonly defaultTags?: { readonly tags?: Readonly<Record<string, string>> } };
  };
}

/** A function as it was bundled for its deployment. */
export interface Bundle {
  /** The name of its component. */
  readonly component: string;
  /** The handler in our sources, as `functions/sweep.handler`. */
  readonly source: string;
  /** The folder that is deployed. */
  readonly folder: string;
  /** Packages that are installed beside it rather than bundled, and their versions. */
  readonly install: Readonly<Record<string, string>>;
  /** Every file that went into it, from the root of the repository. */
  readonly inputs: readonly string[];
}

/** All that a deployment would make. */
export interface Graph {
  readonly app: App;
  readonly account: string;
  readonly region: string;
  readonly resources: readonly Resource[];
  readonly bundles: readonly Bundle[];
}
