/**
 * Log-odds of the injection classifier: logistic regression with a ridge of 20 on 12,000 synthetic prompts (seed 11),
 * written by bench/fit-injection.ts. The prompts are made of hand-written parts; no published prompt is in them.
 */
export const WEIGHTS: { intercept: number; signals: Record<string, number> } = {
  intercept: -2.89,
  signals: {
    fiction: -0.57,
    persona: 0.31,
    bypass: 1.24,
    violence: -0.34,
    crime: -0.09,
    cyber: -0.78,
    hate: 0.34,
    sexual: 0.12,
    deceit: 0.94,
    private: 0.13,
    dangerous: 0.52,
    request: -0.49,
    everyday: -0.69,
    business: -0.55,
    override: 3.07,
    harm: -0.08,
    'harm per word': 0.51,
    'kinds of harm': -0.13,
    'harm in a frame': 0.63,
    'bypass in a frame': 0.87,
    'harm on request': 1.72,
    length: 1.55,
    'frame and length': 0.65
  }
};
