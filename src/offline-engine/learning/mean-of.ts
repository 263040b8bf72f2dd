/** The mean that arrays of weights have over several epochs: the last steps of each swing about it. */
export class MeanOf {
  readonly #arrays: readonly Float32Array[];
  readonly #sums: readonly Float64Array[];
  #count = 0;

  constructor(arrays: readonly Float32Array[]) {
    this.#arrays = arrays;
    this.#sums = arrays.map(({ length }) => new Float64Array(length));
  }

  /** Takes the arrays as they are into the mean. */
  add(): void {
    this.#count += 1;
    for (const [which, sums] of this.#sums.entries()) {
      const array = this.#arrays[which];
      for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (array?.[at] ?? 0);
    }
  }

  /** Puts the mean into the arrays; they stay as they are when nothing was taken into it. */
  store(): void {
    if (this.#count === 0) return;
    for (const [which, sums] of this.#sums.entries())
      this.#arrays[which]?.set(sums.map((sum) => sum / this.#count));
  }
}
