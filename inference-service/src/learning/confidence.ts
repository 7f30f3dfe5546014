export type ConfidenceLevel = 'High' | 'Medium' | 'Low';
export interface Confidence {
  level: ConfidenceLevel;
  sampleSize: number;
  reason: string;
}

/**
 * High: enough deals like this one, and the bagged models agree on the probability to within a few points; Low: hardly any such deal,
 * or the models differ widely. `probabilityError` is the standard error of the probability.
 */
export function confidenceOf(comparable: number, probabilityError: number, signal: boolean): Confidence {
  const points = `±${(probabilityError * 100).toFixed(probabilityError < 0.01 ? 1 : 0)} points`;
  const alike = `${comparable.toLocaleString('en-US')} comparable past ${comparable === 1 ? 'deal' : 'deals'}`;
  if (!signal) return { level: 'Low', sampleSize: comparable, reason: 'past deals show no pattern that predicts the outcome' };
  const reason = `${alike}; the models behind the score agree to within ${points}`;
  if (comparable >= 100 && probabilityError <= 0.05) return { level: 'High', sampleSize: comparable, reason };
  if (comparable >= 20 && probabilityError <= 0.12) return { level: 'Medium', sampleSize: comparable, reason };
  return { level: 'Low', sampleSize: comparable, reason };
}
