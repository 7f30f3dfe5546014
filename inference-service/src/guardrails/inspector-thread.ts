import { parentPort } from 'node:worker_threads';
import { screen, type InjectionVerdict } from './injection/screen.ts';
import { maskPersonalData, type MaskedText } from './mask.ts';
import type { TextLanguage } from './privacy/detect.ts';
import type { EntityType } from './privacy/entities.ts';

export type Inspection = { masked: MaskedText; injection: InjectionVerdict };

export type InspectedText = {
  text: string;
  /** What is masked instead, when some of the text has been replaced already. */
  toMask?: string | undefined;
  types?: readonly EntityType[] | undefined;
  language?: TextLanguage | undefined;
};

export type InspectionAnswer = { inspection: Inspection } | { error: unknown };

parentPort?.on('message', ({ text, toMask = text, types, language }: InspectedText) => {
  try {
    const inspection = { masked: maskPersonalData(toMask, types, language), injection: screen(text) };
    parentPort?.postMessage({ inspection } satisfies InspectionAnswer);
  } catch (error) {
    parentPort?.postMessage({ error } satisfies InspectionAnswer);
  }
});
