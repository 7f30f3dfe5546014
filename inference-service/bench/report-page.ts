import { escapeHtml } from '../src/cli/charts.ts';
import type { Chart, Figure, Line, Report } from './report.ts';

const WIDTH = 720;
const COLOURS = ['var(--ours)', 'var(--other)', 'var(--third)', 'var(--fourth)'];

/** The report as one page that needs nothing else: table first, then a picture of everything that can be compared. */
export function reportPage(report: Report): string {
  const { bench, measuredAt, machine, figures, charts } = report;
  const rows = figures.map(
    ({ figure, ours, digits, target, met, references }) =>
      `<tr><td>${escapeHtml(figure)}</td><td class="number">${escapeHtml(written(ours, digits))}</td><td>${escapeHtml(target ?? '')}</td>` +
      `<td>${met === undefined ? '' : met ? 'met' : '<strong>missed</strong>'}</td><td>${escapeHtml(describeReferences(references))}</td></tr>`
  );
  const compared = figures.flatMap((figure): Chart[] => {
    const others = Object.entries(figure.references ?? {}).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
    if (typeof figure.ours !== 'number' || others.length === 0) return [];
    const bars = others.map(([label, value]) => ({ label, value }));
    return [{ title: figure.figure, bars: [{ label: 'ours', value: figure.ours, ours: true }, ...bars] }];
  });
  const pictures = [...charts, ...compared].map(
    (chart) => `<figure><figcaption>${escapeHtml(chart.title)}</figcaption>${draw(chart)}</figure>`
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bench: ${escapeHtml(bench)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Bench: ${escapeHtml(bench)}</h1>
<p>${escapeHtml(`${measuredAt}, ${machine.cores} × ${machine.cpu}, ${machine.memoryGiB} GiB, Node ${machine.node}`)}</p>
<table><thead><tr><th scope="col">Figure</th><th scope="col">Ours</th><th scope="col">Target</th><th scope="col">Met</th><th scope="col">Reference</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>
${pictures.join('\n')}
</main>
</body>
</html>
`;
}

export function written(value: number | string, digits = 4): string {
  if (typeof value === 'string') return value;
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export const describeReferences = (references: Figure['references']): string =>
  Object.entries(references ?? {})
    .map(([name, value]) => `${value} ${name}`)
    .join(', ');

function draw(chart: Chart): string {
  return 'bars' in chart ? drawBars(chart.title, chart.bars) : drawLines(chart);
}

const svg = (height: number, title: string, body: string): string =>
  `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeHtml(title)}">${body}</svg>`;
const round = (value: number): number => Math.round(value * 10) / 10;
const short = (value: number): string =>
  Math.abs(value) >= 1000 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(4)));

function drawBars(title: string, bars: readonly { label: string; value: number; ours?: boolean }[]): string {
  const labels = 250;
  const most = Math.max(1e-12, ...bars.map(({ value }) => value));
  const rows = bars.map(({ label, value, ours }, i) => {
    const width = (Math.max(0, value) / most) * (WIDTH - labels - 80);
    const y = 6 + i * 26;
    return (
      `<text class="end" x="${labels - 8}" y="${y + 14}">${escapeHtml(label.length > 40 ? `${label.slice(0, 39)}…` : label)}</text>` +
      `<rect x="${labels}" y="${y}" width="${round(Math.max(width, 1))}" height="20" fill="${ours ? COLOURS[0] : COLOURS[1]}"/>` +
      `<text x="${round(labels + width + 6)}" y="${y + 14}">${short(value)}</text>`
    );
  });
  return svg(12 + bars.length * 26, title, rows.join(''));
}

function drawLines({ title, lines, x: nameX, y: nameY }: { title: string; lines: Line[]; x: string; y: string }): string {
  const height = 300;
  const [left, right, top] = [64, 16, 12];
  const points = lines.flatMap((line) => line.points);
  const diagonal = lines.some((line) => line.diagonal);
  const range = (values: number[]): [number, number] => {
    const [low, high] = [Math.min(0, ...values), Math.max(...values, diagonal ? 1 : -Infinity)];
    return high > low ? [low, high] : [low, low + 1];
  };
  const [fromX, toX] = range(points.map((point) => point.x));
  const [fromY, toY] = range(points.map((point) => point.y));
  const x = (value: number): number => round(left + ((value - fromX) / (toX - fromX)) * (WIDTH - left - right));
  const y = (value: number): number => round(top + ((toY - value) / (toY - fromY)) * height);
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const [atX, atY] = [fromX + part * (toX - fromX), fromY + part * (toY - fromY)];
    return (
      `<line class="grid" x1="${left}" x2="${WIDTH - right}" y1="${y(atY)}" y2="${y(atY)}"/><text class="end" x="${left - 6}" y="${y(atY) + 4}">${short(atY)}</text>` +
      `<text class="middle" x="${x(atX)}" y="${top + height + 18}">${short(atX)}</text>`
    );
  });
  const drawn = lines.map(({ label, points: line }, i) => {
    const colour = COLOURS[i % COLOURS.length];
    const dots = line.map(
      (point) =>
        `<circle cx="${x(point.x)}" cy="${y(point.y)}" r="3.5" fill="${colour}"><title>${escapeHtml(label)}: ${short(point.x)}, ${short(point.y)}</title></circle>`
    );
    const path = line.map((point) => `${x(point.x)},${y(point.y)}`).join(' ');
    const key = top + height + 58 + i * 18;
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}<rect x="${left}" y="${key - 10}" width="12" height="12" fill="${colour}"/><text x="${left + 18}" y="${key}">${escapeHtml(label)}</text>`;
  });
  const perfect = diagonal ? `<line class="grid" x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}"/>` : '';
  const names = `<text class="middle" x="${(left + WIDTH) / 2}" y="${top + height + 38}">${escapeHtml(nameX)} → ${escapeHtml(nameY)}</text>`;
  return svg(top + height + 56 + lines.length * 18, title, ticks.join('') + perfect + drawn.join('') + names);
}

const STYLE = `
:root { color-scheme: light dark; --text: #181818; --muted: #5c5c5c; --ground: #ffffff; --rule: #c9c9c9; --ours: #0b5cab; --other: #8a8a8a; --third: #b8460e; --fourth: #2e844a; }
@media (prefers-color-scheme: dark) { :root { --text: #f0f0f0; --muted: #b0b0b0; --ground: #16181d; --rule: #4a4d55; --ours: #6cb4ff; --other: #8b8f99; --third: #ff9d66; --fourth: #6fcf97; } }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 960px; margin: 0 auto; padding: 24px 16px 64px; } p { color: var(--muted); }
table { border-collapse: collapse; width: 100%; font-size: 14px; } th, td { text-align: left; padding: 4px 8px; border-bottom: 1px solid var(--rule); } .number { text-align: right; font-variant-numeric: tabular-nums; }
figure { margin: 32px 0; max-width: 760px; } figcaption { font-weight: 600; } svg { width: 100%; height: auto; } text { fill: var(--text); font-size: 12px; }
.end { text-anchor: end; } .middle { text-anchor: middle; } .grid { stroke: var(--rule); }
`;
