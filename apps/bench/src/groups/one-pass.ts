/** What `one-pass.c` answers, computed here: so that it is known to do that work. */
export function onePass(starts: Uint32Array, codes: ArrayLike<number>, statements: number): number {
  const table = new Float64Array(statements * 6);
  for (let code = 0; code < statements * 3; code++) {
    const s = Math.floor(code / 3);
    table[code * 2] = ((code % 3) - 1) * (((s * 37) % 101) / 101 - 0.5);
    table[code * 2 + 1] = ((code % 3) - 1) * (((s * 53) % 97) / 97 - 0.5);
  }
  const sums = new Float64Array(statements * 6);
  for (let row = 0; row < starts.length - 1; row++) {
    const to = starts[row + 1] as number;
    let [a, b] = [0, 0];
    for (let i = starts[row] as number; i < to; i++) {
      a += table[(codes[i] as number) * 2] as number;
      b += table[(codes[i] as number) * 2 + 1] as number;
    }
    for (let i = starts[row] as number; i < to; i++) {
      const at = (codes[i] as number) * 2;
      sums[at] = (sums[at] as number) + a;
      sums[at + 1] = (sums[at + 1] as number) + b;
    }
  }
  let answer = 0;
  for (let code = 0; code < statements * 3; code++) {
    const [a, b] = [sums[code * 2] as number, sums[code * 2 + 1] as number];
    answer += ((code % 3) - 1) * (a * ((code % 7) + 1) + b * ((code % 11) + 1));
  }
  return answer;
}
