import { percent } from "../money/percent.ts";
import { quantity, type Ratio, shortQuantity } from "../money/ratio.ts";

/** An exact fraction as a part of a whole; the fraction itself appears when one points at it. */
export function Part({ ratio: { over, under } }: { readonly ratio: Ratio }) {
  return (
    <data class="ratio" value={`${over}/${under}`} title={`${over}/${under}`}>
      {percent(over, under)}
    </data>
  );
}

/** An exact fraction as a quantity; where there is little room, a long one by its first digits. */
export function Quantity({ ratio, short = false }: { readonly ratio: Ratio; readonly short?: boolean }) {
  const exact = `${ratio.over}/${ratio.under}`;
  return (
    <data class="ratio" value={exact} title={ratio.under === 1n ? ratio.over.toString() : exact}>
      {short ? shortQuantity(ratio) : quantity(ratio)}
    </data>
  );
}
