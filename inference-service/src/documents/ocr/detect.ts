import { Tensor, type InferenceSession } from 'onnxruntime-node';
import { resized, type Point, type Quad, type Raster } from '../image/raster.ts';
import { smallestRectangle } from './geometry.ts';

export type Region = { quad: Quad; score: number };

/** The longer side is scaled to this; small print of a tall receipt stays about 9 pixels high. */
const LONGEST_SIDE = 1280;
const THRESHOLD = 0.3;
const LEAST_SCORE = 0.5;
/** The network finds shrunken regions (differentiable binarisation): grown again by this share of area over perimeter. */
const GROWTH = 1.6;
const MEANS = [0.485, 0.456, 0.406];
const DEVIATIONS = [0.229, 0.224, 0.225];

/** Where lines of text are. */
export async function detect(session: InferenceSession, image: Raster): Promise<Region[]> {
  const scale = Math.min(1.5, LONGEST_SIDE / Math.max(image.width, image.height));
  const width = Math.max(32, Math.round((image.width * scale) / 32) * 32);
  const height = Math.max(32, Math.round((image.height * scale) / 32) * 32);
  const small = resized(image, width, height);
  const plane = width * height;
  const input = new Float32Array(3 * plane);
  for (let i = 0, at = 0; i < plane; i += 1, at += 4) {
    for (let k = 0; k < 3; k += 1) input[k * plane + i] = (small.data[at + 2 - k]! / 255 - MEANS[k]!) / DEVIATIONS[k]!;
  }
  const answer = await session.run({ [session.inputNames[0]!]: new Tensor('float32', input, [1, 3, height, width]) });
  const map = answer[session.outputNames[0]!]!.data as Float32Array;
  return regionsOf(map, width, height).map(({ quad, score }) => ({
    score,
    quad: quad.map(({ x, y }) => ({ x: (x * image.width) / width, y: (y * image.height) / height })) as unknown as Quad
  }));
}

const SMALLEST = 3;
const MOST_REGIONS = 1_500;

function regionsOf(map: Float32Array, width: number, height: number): Region[] {
  const seen = new Uint8Array(width * height);
  const stack = new Int32Array(width * height);
  const found: Region[] = [];
  for (let start = 0; start < map.length && found.length < MOST_REGIONS; start += 1) {
    if (seen[start] || map[start]! < THRESHOLD) continue;
    let [top, sum, count] = [0, 0, 0];
    stack[top++] = start;
    seen[start] = 1;
    // Only the ends of each row matter to the hull.
    const ends = new Map<number, [number, number]>();
    while (top > 0) {
      const at = stack[--top]!;
      const [x, y] = [at % width, Math.floor(at / width)];
      sum += map[at]!;
      count += 1;
      const row = ends.get(y);
      if (!row) ends.set(y, [x, x]);
      else {
        if (x < row[0]) row[0] = x;
        if (x > row[1]) row[1] = x;
      }
      for (let dy = -1; dy <= 1; dy += 1) {
        const ny = y + dy;
        if (ny < 0 || ny >= height) continue;
        for (let dx = -1; dx <= 1; dx += 1) {
          const nx = x + dx;
          if (nx < 0 || nx >= width) continue;
          const next = ny * width + nx;
          if (!seen[next] && map[next]! >= THRESHOLD) {
            seen[next] = 1;
            stack[top++] = next;
          }
        }
      }
    }
    const score = sum / count;
    if (count < 8 || score < LEAST_SCORE) continue;
    const points: Point[] = [...ends].flatMap(([y, [left, right]]) => [
      { x: left, y },
      { x: right + 1, y },
      { x: left, y: y + 1 },
      { x: right + 1, y: y + 1 }
    ]);
    const { center, along, across, length, thickness } = smallestRectangle(points);
    if (thickness < SMALLEST) continue;
    const grow = (length * thickness * GROWTH) / (2 * (length + thickness));
    const [l, t] = [length / 2 + grow, thickness / 2 + grow];
    const corner = (u: number, v: number): Point => ({
      x: center.x + along.x * u + across.x * v,
      y: center.y + along.y * u + across.y * v
    });
    found.push({ score, quad: [corner(-l, -t), corner(l, -t), corner(l, t), corner(-l, t)] });
  }
  return found;
}
