/** What is fitted to: numbers, whether it is so, and how much it counts. */
export interface Row {
  readonly values: readonly number[];
  readonly isSo: boolean;
  readonly weight: number;
}

const STEPS = 25;
const SMALL = 1e-7;

/**
 * Logistic regression with a penalty on the squares of the coefficients, by Newton's method: it has one answer, and no chance
 * takes part. Minimises ½ Σ penalty·b² + Σ weight·loss.
 *
 * @param penalties one a column of `values`; the constant has none
 * @returns the constant and the coefficients
 */
export function fitLogistic(rows: readonly Row[], penalties: readonly number[]): number[] {
  const width = penalties.length + 1;
  const matrix = rows.map(({ values }) => Float64Array.from([1, ...values]));
  let beta = new Float64Array(width);
  for (let step = 0; step < STEPS; step++) {
    const gradient = Float64Array.from(beta, (b, i) => (i === 0 ? 0 : penalties[i - 1]! * b));
    const hessian = Array.from({ length: width }, (_, i) => {
      const line = new Float64Array(width);
      line[i] = i === 0 ? 1e-9 : penalties[i - 1]!;
      return line;
    });
    for (const [r, x] of matrix.entries()) {
      const { isSo, weight } = rows[r]!;
      let sum = 0;
      for (let i = 0; i < width; i++) sum += beta[i]! * x[i]!;
      const p = 1 / (1 + Math.exp(-sum));
      const slope = weight * (p - Number(isSo));
      const curve = weight * p * (1 - p);
      for (let i = 0; i < width; i++) {
        if (x[i] === 0) continue;
        gradient[i]! += slope * x[i]!;
        const line = hessian[i]!;
        const scaled = curve * x[i]!;
        for (let j = 0; j <= i; j++) line[j]! += scaled * x[j]!;
      }
    }
    const change = solve(hessian, gradient);
    beta = beta.map((b, i) => b - change[i]!);
    if (Math.max(...change.map(Math.abs)) < SMALL) break;
  }
  return [...beta];
}

/** Solves a symmetric positive system of which the lower half is given, by Cholesky's method. Overwrites it. */
function solve(lower: Float64Array[], right: Float64Array): Float64Array {
  const n = right.length;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = lower[i]![j]!;
      for (let k = 0; k < j; k++) sum -= lower[i]![k]! * lower[j]![k]!;
      lower[i]![j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / lower[j]![j]!;
    }
  }
  const answer = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) answer[i]! -= lower[i]![k]! * answer[k]!;
    answer[i]! /= lower[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) answer[i]! -= lower[k]![i]! * answer[k]!;
    answer[i]! /= lower[i]![i]!;
  }
  return answer;
}
