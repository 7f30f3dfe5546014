import type { Point } from '../image/raster.ts';

export type Rectangle = { center: Point; along: Point; across: Point; length: number; thickness: number };

/**
 * The rectangle of least area around the points (along an edge of their hull). `along` points to the right, or down where the rectangle
 * stands upright by more than 45 degrees; `across` is a quarter turn clockwise from it.
 */
export function smallestRectangle(points: readonly Point[]): Rectangle {
  const hull = convexHull(points);
  let best: Rectangle | null = null;
  let least = Infinity;
  for (let i = 0; i < hull.length; i += 1) {
    const [a, b] = [hull[i]!, hull[(i + 1) % hull.length]!];
    const size = Math.hypot(b.x - a.x, b.y - a.y);
    if (size < 1e-9) continue;
    const candidate = around(hull, { x: (b.x - a.x) / size, y: (b.y - a.y) / size });
    const area = candidate.length * candidate.thickness;
    if (area < least - 1e-9) {
      least = area;
      best = candidate;
    }
  }
  return best ?? around(points, { x: 1, y: 0 });
}

function around(points: readonly Point[], direction: Point): Rectangle {
  // Of the four directions of a rectangle the one nearest to reading direction, unless the region is clearly a column.
  let along = Math.abs(direction.x) >= Math.abs(direction.y) ? direction : { x: -direction.y, y: direction.x };
  if (along.x < 0) along = { x: -along.x, y: -along.y };
  const across = { x: -along.y, y: along.x };
  let [u0, u1, v0, v1] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    const [u, v] = [x * along.x + y * along.y, x * across.x + y * across.y];
    u0 = Math.min(u0, u);
    u1 = Math.max(u1, u);
    v0 = Math.min(v0, v);
    v1 = Math.max(v1, v);
  }
  const [u, v] = [(u0 + u1) / 2, (v0 + v1) / 2];
  return { center: { x: along.x * u + across.x * v, y: along.y * u + across.y * v }, along, across, length: u1 - u0, thickness: v1 - v0 };
}

/** Andrew's monotone chain. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length >= 2 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

const turn = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
