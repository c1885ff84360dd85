const SWEEPS = 30;

interface Turn {
  cos: number;
  sin: number;
}

/** The rotation that makes entry (p, q) of a symmetric matrix 0. */
function turnFor(pp: number, qq: number, pq: number): Turn {
  const half = (qq - pp) / (2 * pq);
  const tan = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.sqrt(half * half + 1));
  const cos = 1 / Math.sqrt(tan * tan + 1);
  return { cos, sin: tan * cos };
}

function turnColumns(
  m: Float64Array,
  size: number,
  p: number,
  q: number,
  { cos, sin }: Turn,
): void {
  for (let i = 0; i < size; i++) {
    const a = m[i * size + p] as number;
    const b = m[i * size + q] as number;
    m[i * size + p] = cos * a - sin * b;
    m[i * size + q] = sin * a + cos * b;
  }
}

function turnRows(m: Float64Array, size: number, p: number, q: number, { cos, sin }: Turn): void {
  for (let i = 0; i < size; i++) {
    const a = m[p * size + i] as number;
    const b = m[q * size + i] as number;
    m[p * size + i] = cos * a - sin * b;
    m[q * size + i] = sin * a + cos * b;
  }
}

/** One round over all pairs; false when there was nothing left to turn. */
function sweep(m: Float64Array, vectors: Float64Array, size: number): boolean {
  let turned = false;
  for (let p = 0; p < size; p++) {
    for (let q = p + 1; q < size; q++) {
      const pq = m[p * size + q] as number;
      const pp = m[p * size + p] as number;
      const qq = m[q * size + q] as number;
      if (Math.abs(pq) <= 1e-15 * (Math.abs(pp) + Math.abs(qq))) continue;
      turned = true;
      const turn = turnFor(pp, qq, pq);
      turnColumns(m, size, p, q, turn);
      turnRows(m, size, p, q, turn);
      turnColumns(vectors, size, p, q, turn);
    }
  }
  return turned;
}

/**
 * Eigenvalues of a small symmetric matrix (row by row), greatest first, with their vectors: C. G. J.
 * Jacobi's rotations (1846; Golub and Van Loan, "Matrix Computations", 8.5). Only + − × ÷ and √, so that
 * it comes out alike everywhere.
 */
export function eigen(
  matrix: Float64Array,
  size: number,
): { value: number; vector: Float64Array }[] {
  const m = matrix.slice();
  const vectors = new Float64Array(size * size);
  for (let i = 0; i < size; i++) vectors[i * size + i] = 1;
  for (let round = 0; round < SWEEPS && sweep(m, vectors, size); round++);
  return Array.from({ length: size }, (_, column) => ({
    value: m[column * size + column] as number,
    vector: Float64Array.from({ length: size }, (_entry, row) => vectors[row * size + column] ?? 0),
  })).sort((a, b) => b.value - a.value);
}
