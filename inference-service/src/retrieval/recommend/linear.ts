/** Inverse of a symmetric, positive definite matrix, row by row in one array: Cholesky, then the inverse of the factor. */
export function invert(matrix: Float64Array, size: number): Float64Array {
  const factor = new Float64Array(matrix);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = factor[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= factor[i * size + k]! * factor[j * size + k]!;
      if (i === j) {
        if (!(sum > 0)) throw new Error('the matrix is not positive definite');
        factor[i * size + i] = Math.sqrt(sum);
      } else factor[i * size + j] = sum / factor[j * size + j]!;
    }
  }
  // Columns of the inverse of the factor are kept as rows, so that all loops run along memory.
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    const at = column * size;
    inverse[at + column] = 1 / factor[column * size + column]!;
    for (let row = column + 1; row < size; row++) {
      let sum = 0;
      for (let k = column; k < row; k++) sum -= factor[row * size + k]! * inverse[at + k]!;
      inverse[at + row] = sum / factor[row * size + row]!;
    }
  }
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = i; k < size; k++) sum += inverse[i * size + k]! * inverse[j * size + k]!;
      result[i * size + j] = sum;
      result[j * size + i] = sum;
    }
  }
  return result;
}
