/**
 * The value of which so many are at least as large, by quickselect; reorders the values, which are all different.
 *
 * @param count how many of the values, from the first on, are looked at
 * @example largest(Float64Array.of(1, 3, 2), 3, 2) // 2
 */
export function largest(values: Float64Array, count: number, wanted: number): number {
  let low = 0;
  let high = count - 1;
  const target = wanted - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1] as number;
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[left] as number) > pivot) left++;
      while ((values[right] as number) < pivot) right--;
      if (left > right) break;
      const value = values[left] as number;
      values[left] = values[right] as number;
      values[right] = value;
      left++;
      right--;
    }
    if (target <= right) high = right;
    else if (target >= left) low = left;
    else break;
  }
  return values[target] as number;
}
