import type { ModelFeature, ModelPair, ReliabilityBin, ShapePoint } from '../learning/index.ts';

export function escapeHtml(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f]/g, ' ').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const WIDTH = 720;
const LEFT = 56;
const RIGHT = 12;
const PLOT_HEIGHT = 180;

const round = (value: number): string => String(Math.round(value * 10) / 10);
const shorten = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

function svg(height: number, title: string, body: string): string {
  return `<svg viewBox="0 0 ${WIDTH} ${round(height)}" role="img" aria-label="${escapeHtml(title)}">${body}</svg>`;
}

interface Scale {
  y: (value: number) => number;
  axis: string;
}

function verticalScale(values: readonly number[]): Scale {
  const high = Math.max(0.1, ...values);
  const low = Math.min(-0.1, ...values);
  const y = (value: number): number => 10 + ((high - value) / (high - low)) * PLOT_HEIGHT;
  const grid = [high, 0, low].map(
    (value) =>
      `<line class="${value === 0 ? 'zero' : 'grid'}" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${round(y(value))}" y2="${round(y(value))}"/><text class="tick end" x="${LEFT - 6}" y="${round(y(value) + 4)}">${value.toFixed(1)}</text>`
  );
  return { y, axis: grid.join('') };
}

/** Shape of a number or date: steps within their standard error, and the number of deals below. Bins are drawn equally wide. */
export function stepChart(feature: ModelFeature): string {
  const shape = feature.shape.slice(1).filter((point) => point.count > 0);
  if (shape.length === 0) return '';
  const { y, axis } = verticalScale(shape.flatMap(({ points, spread }) => [points - spread, points + spread]));
  const step = (WIDTH - LEFT - RIGHT) / shape.length;
  const edge = (i: number, value: number): string =>
    `${round(LEFT + i * step)},${round(y(value))} ${round(LEFT + (i + 1) * step)},${round(y(value))}`;
  const edgeBack = (i: number, value: number): string =>
    `${round(LEFT + (i + 1) * step)},${round(y(value))} ${round(LEFT + i * step)},${round(y(value))}`;
  const upper = shape.map((point, i) => edge(i, point.points + point.spread));
  const lower = shape.map((point, i) => edgeBack(i, point.points - point.spread)).reverse();
  const line = shape.map((point, i) => edge(i, point.points));
  const foot = 10 + PLOT_HEIGHT + 46;
  const most = Math.max(...shape.map((point) => point.count));
  const bars = shape.map((point, i) => {
    const height = (34 * point.count) / most;
    const box = `x="${round(LEFT + i * step)}" y="${round(foot - height)}" width="${round(Math.max(step - 0.6, 0.6))}" height="${round(height)}"`;
    return `<rect class="count" ${box}><title>${escapeHtml(describePoint(point))}</title></rect>`;
  });
  const every = Math.ceil(shape.length / 5);
  const ticks = shape.map((point, i) =>
    i % every === 0
      ? `<text class="tick" x="${round(LEFT + i * step)}" y="${foot + 16}">${escapeHtml(shorten(point.label, 20))}</text>`
      : ''
  );
  const body = `${axis}<polygon class="band" points="${[...upper, ...lower].join(' ')}"/><polyline class="line" points="${line.join(' ')}"/>${bars.join('')}${ticks.join('')}`;
  return svg(foot + 24, `Effect of ${feature.name} on the log-odds of winning`, body);
}

/** Shape of a category: one bar per value, with its standard error. */
export function barChart(feature: ModelFeature): string {
  const shape = feature.shape.filter((point) => point.count > 0).sort((a, b) => b.points - a.points);
  const shown = shape.length > 40 ? [...shape.slice(0, 20), ...shape.slice(-20)] : shape;
  const reach = Math.max(0.1, ...shown.map(({ points, spread }) => Math.abs(points) + spread));
  const labels = 230;
  const middle = labels + (WIDTH - labels - RIGHT) / 2;
  const x = (value: number): number => middle + (value / reach) * ((WIDTH - labels - RIGHT) / 2);
  const rows = shown.map((point, i) => {
    const y = 6 + i * 22;
    const [from, to] = point.points < 0 ? [x(point.points), middle] : [middle, x(point.points)];
    const whisker = `<line class="whisker" x1="${round(x(point.points - point.spread))}" x2="${round(x(point.points + point.spread))}" y1="${y + 8}" y2="${y + 8}"/>`;
    const bar = `<rect class="${point.points < 0 ? 'down' : 'up'}" x="${round(from)}" y="${y}" width="${round(to - from)}" height="16"><title>${escapeHtml(describePoint(point))}</title></rect>`;
    return `<text class="label end" x="${labels - 8}" y="${y + 13}">${escapeHtml(shorten(point.label, 34))}</text>${bar}${whisker}`;
  });
  const height = 12 + shown.length * 22;
  return svg(
    height,
    `Effect of ${feature.name} on the log-odds of winning`,
    `<line class="zero" x1="${round(middle)}" x2="${round(middle)}" y1="2" y2="${height - 4}"/>${rows.join('')}`
  );
}

/** What two features add together, beyond each alone. */
export function heatMap(pair: ModelPair): string {
  const filled = (line: number[]): boolean => line.some((value) => value !== 0);
  const rows = pair.points.map((_, i) => i).filter((i) => filled(pair.points[i]!));
  const columns = pair.points[0]!.map((_, j) => j).filter((j) => pair.points.some((line) => line[j] !== 0));
  const reach = Math.max(0.05, ...pair.points.flat().map(Math.abs));
  const labels = 190;
  const width = (WIDTH - labels - RIGHT) / Math.max(1, columns.length);
  const height = Math.max(10, Math.min(24, 360 / Math.max(1, rows.length)));
  const cells = rows.flatMap((i, row) =>
    columns.map((j, column) => {
      const value = pair.points[i]![j]!;
      const strength = Math.min(1, Math.abs(value) / reach).toFixed(2);
      const box = `x="${round(labels + column * width)}" y="${round(6 + row * height)}" width="${round(Math.max(width - 0.5, 0.5))}" height="${round(height - 0.5)}"`;
      return `<rect class="${value < 0 ? 'down' : 'up'}" fill-opacity="${strength}" ${box}><title>${escapeHtml(`${pair.labels[0][i]} × ${pair.labels[1][j]}: ${value.toFixed(3)}`)}</title></rect>`;
    })
  );
  const foot = 6 + rows.length * height;
  const everyRow = Math.ceil(14 / height);
  const side = rows.map((i, row) =>
    row % everyRow === 0
      ? `<text class="label end" x="${labels - 8}" y="${round(6 + row * height + height / 2 + 4)}">${escapeHtml(shorten(pair.labels[0][i]!, 28))}</text>`
      : ''
  );
  const everyColumn = Math.ceil(130 / width);
  const below = columns.map((j, column) =>
    column % everyColumn === 0
      ? `<text class="tick" x="${round(labels + column * width)}" y="${round(foot + 16)}">${escapeHtml(shorten(pair.labels[1][j]!, 18))}</text>`
      : ''
  );
  return svg(foot + 24, `What ${pair.features[0]} and ${pair.features[1]} add together`, cells.join('') + side.join('') + below.join(''));
}

/** Predicted against observed win rate; on the diagonal the model means what it says. */
export function reliabilityChart(bins: readonly ReliabilityBin[]): string {
  const size = 320;
  const x = (value: number): number => LEFT + value * size;
  const y = (value: number): number => 10 + (1 - value) * size;
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  const points = bins.map((bin) => {
    const radius = 3 + 7 * Math.sqrt(bin.count / most);
    return `<circle class="dot" cx="${round(x(bin.predicted))}" cy="${round(y(bin.observed))}" r="${round(radius)}"><title>predicted ${percent(bin.predicted)}, observed ${percent(bin.observed)}, ${bin.count} deals</title></circle>`;
  });
  const line = bins.map((bin) => `${round(x(bin.predicted))},${round(y(bin.observed))}`).join(' ');
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (value) =>
      `<text class="tick end" x="${LEFT - 6}" y="${round(y(value) + 4)}">${percent(value)}</text><text class="tick middle" x="${round(x(value))}" y="${size + 28}">${percent(value)}</text>`
  );
  const frame = `<line class="grid" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"/><line class="grid" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(0)}"/><line class="grid" x1="${x(0)}" y1="${y(0)}" x2="${x(0)}" y2="${y(1)}"/>`;
  const names = `<text class="tick middle" x="${round(x(0.5))}" y="${size + 48}">predicted win rate</text>`;
  return svg(
    size + 56,
    'Predicted against observed win rate',
    `${frame}<polyline class="line" points="${line}"/>${points.join('')}${ticks.join('')}${names}`
  );
}

export const percent = (value: number): string => `${(value * 100).toFixed(0)} %`;

function describePoint(point: ShapePoint): string {
  return `${point.label}: ${point.points.toFixed(3)} ± ${point.spread.toFixed(3)}, ${point.count} deals`;
}
