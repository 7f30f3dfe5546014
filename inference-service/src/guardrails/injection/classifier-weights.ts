/**
 * Log-odds of the injection classifier: logistic regression with a ridge of 20 on 12,000 synthetic prompts (seed 11),
 * written by bench/fit-injection.ts. The prompts are made of hand-written parts; no published prompt is in them.
 */
export const WEIGHTS: { intercept: number; signals: Record<string, number> } = {
  intercept: -1.12,
  signals: {
    fiction: -0.56,
    persona: 0.5,
    bypass: 1.24,
    violence: -0.34,
    crime: -0.09,
    cyber: -0.68,
    hate: 0.55,
    sexual: 0.21,
    deceit: 0.99,
    private: 0.03,
    dangerous: 0.48,
    request: -0.49,
    everyday: -0.6,
    business: -0.33,
    override: 3.16,
    harm: 0.18,
    'harm per word': 0.33,
    'kinds of harm': -0.06,
    'harm in a frame': 0.68,
    'bypass in a frame': 0.89,
    'harm on request': 1.74,
    'frame and length': 0.79
  }
};
