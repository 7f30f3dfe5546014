/**
 * Log-odds of the injection classifier: logistic regression with a ridge of 20 on 12,000 synthetic prompts (seed 11),
 * written by bench/fit-injection.ts. The prompts are made of hand-written parts; no published prompt is in them.
 */
export const WEIGHTS: { intercept: number; signals: Record<string, number> } = {
  intercept: -1.13,
  signals: {
    fiction: -0.5,
    persona: 0.52,
    bypass: 1.44,
    violence: -0.4,
    crime: -0.07,
    cyber: -0.78,
    hate: 0.47,
    sexual: 0.19,
    deceit: 1.04,
    private: 0.08,
    dangerous: 0.58,
    request: -0.47,
    everyday: -0.63,
    business: -0.33,
    override: 3.24,
    harm: 0.23,
    'harm per word': 0.36,
    'kinds of harm': -0.07,
    'harm in a frame': 0.64,
    'bypass in a frame': 0.73,
    'harm on request': 1.68,
    'frame and length': 0.77
  }
};
