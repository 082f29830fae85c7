import { TagledgerError } from "../errors.ts";

/** That a snapshot is not there as it was kept: to ask again does not help. */
export class LostSnapshot extends TagledgerError {
  constructor({ id, digest }: { readonly id: string; readonly digest: string }, cause?: unknown) {
    const message = `the snapshot ${id} with the digest ${digest} is not as it was kept`;
    super("outside-failure", message, { snapshot: id, digest }, { cause });
  }
}

/**
 * Reads a snapshot; null where it is not kept any more, or not as it was.
 *
 * @throws whatever else keeps it from being read: to ask again may help
 */
export async function unlessLost<Read>(read: () => Promise<Read | null>): Promise<Read | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof LostSnapshot) return null;
    throw error;
  }
}
