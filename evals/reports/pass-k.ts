/** pass^k: how likely it is that k runs, drawn without putting back from n runs of which c passed, all pass. */
export function passHatK(n: number, c: number, k: number): number {
  let likely = 1;
  for (let drawn = 0; drawn < k; drawn += 1) likely *= Math.max(0, c - drawn) / (n - drawn);
  return likely;
}
