/**
 * Log-odds of the injection classifier: logistic regression with a ridge of 20 on 12,000 synthetic prompts (seed 11),
 * written by bench/fit-injection.ts. The prompts are made of hand-written parts; no published prompt is in them.
 */
export const WEIGHTS: { intercept: number; signals: Record<string, number> } = {
  intercept: -2.84,
  signals: {
    fiction: -0.6,
    persona: 0.31,
    bypass: 1.18,
    violence: -0.33,
    crime: -0.09,
    cyber: -0.79,
    hate: 0.35,
    sexual: 0.13,
    deceit: 0.94,
    private: 0.15,
    dangerous: 0.48,
    request: -0.45,
    everyday: -0.69,
    business: -0.67,
    override: 2.16,
    harm: -0.15,
    'harm per word': 0.53,
    'kinds of harm': -0.16,
    'harm in a frame': 0.72,
    'bypass in a frame': 0.91,
    'harm on request': 1.69,
    length: 1.57,
    'frame and length': 0.59
  }
};
