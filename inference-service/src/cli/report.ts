import type { ModelFeature, ModelPair, TrainedModel } from '../learning/index.ts';
import { barChart, escapeHtml, heatMap, reliabilityChart, stepChart } from './charts.ts';

export interface ReportOrigin {
  /** File the deals came from. */
  source: string;
  /** What counts as won, in words. */
  outcome: string;
}

/** One HTML page, nothing fetched: how good the model is, what it learned, and what it left out. */
export function reportHtml(model: TrainedModel, origin: ReportOrigin): string {
  const features = [...model.features].sort((a, b) => b.importance - a.importance);
  const sections = [summarySection(model, origin), reliabilitySection(model), leakageSection(model)];
  if (features.length > 0)
    sections.push(
      `<section><h2>Factors</h2><p>Effect of each value on the log-odds of winning, all else equal. Above zero: won more often. The band or whisker is the standard error; grey bars count deals.</p>${features.map(featureFigure).join('')}</section>`
    );
  if (model.pairs.length > 0)
    sections.push(
      `<section><h2>Pairs</h2><p>What two factors add together beyond each alone. Deeper colour: stronger effect.</p>${model.pairs.map(pairFigure).join('')}</section>`
    );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Deal model: ${escapeHtml(origin.source)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Deal model</h1>
${sections.filter((section) => section !== '').join('\n')}
</main>
</body>
</html>
`;
}

function summarySection(model: TrainedModel, origin: ReportOrigin): string {
  const { metrics } = model;
  const facts: [string, string][] = [
    ['Source', origin.source],
    ['Won means', origin.outcome],
    ['Deals', `${model.rows.toLocaleString('en-US')}, ${(model.wonRate * 100).toFixed(1)} % won`],
    ['AUC', `${metrics.auc.toFixed(4)} (at least ${metrics.aucLow.toFixed(3)} with 97.5 % confidence)`],
    ['Brier score', metrics.brier.toFixed(4)],
    ['Calibration error', metrics.calibrationError.toFixed(4)],
    ['Judged by', `${metrics.folds}-fold cross-validation, seed ${model.seed}`]
  ];
  const list = facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${escapeHtml(value)}</dd></div>`).join('');
  const none =
    model.signal === 'no signal'
      ? '<p class="notice" role="note"><strong>No signal.</strong> These columns do not predict the outcome better than chance; every deal would get the average score.</p>'
      : '';
  return `<section><h2>Summary</h2>${none}<dl>${list}</dl></section>`;
}

function reliabilitySection(model: TrainedModel): string {
  const rows = model.reliability.map((bin) => [
    `${(bin.from * 100).toFixed(0)}–${(bin.to * 100).toFixed(0)} %`,
    `${(bin.predicted * 100).toFixed(1)} %`,
    `${(bin.observed * 100).toFixed(1)} %`,
    bin.count.toLocaleString('en-US')
  ]);
  return `<section><h2>Reliability</h2><p>Of the deals given a chance of 30 %, about 30 % should be won: points on the diagonal.</p>${reliabilityChart(model.reliability)}${details('Reliability as a table', ['Chance', 'Predicted', 'Observed', 'Deals'], rows)}</section>`;
}

function leakageSection(model: TrainedModel): string {
  const list = (items: { feature: string; reason: string }[]): string =>
    `<ul>${items.map(({ feature, reason }) => `<li><strong>${escapeHtml(feature)}</strong>: ${escapeHtml(reason)}</li>`).join('')}</ul>`;
  const refused = model.leakage.filter((finding) => finding.refused);
  const kept = model.leakage.filter((finding) => !finding.refused);
  const parts = [
    refused.length > 0 ? `<h3>Left out: they look as if they know the outcome</h3>${list(refused)}` : '',
    kept.length > 0
      ? `<h3>Kept although they look as if they know the outcome</h3><p>Scores of new deals will be worse than the figures above.</p>${list(kept)}`
      : '',
    model.dropped.length > 0 ? `<h3>Could not be learned from</h3>${list(model.dropped)}` : ''
  ];
  const body = parts.join('');
  return `<section><h2>Columns left out</h2>${body === '' ? '<p>None.</p>' : body}</section>`;
}

function featureFigure(feature: ModelFeature): string {
  const chart = feature.kind === 'category' ? barChart(feature) : stepChart(feature);
  const rows = feature.shape
    .filter((point) => point.count > 0)
    .map((point) => [point.label, point.points.toFixed(3), point.spread.toFixed(3), point.count.toLocaleString('en-US')]);
  const direction = feature.constraint ? `, held ${feature.constraint}` : '';
  return `<figure><figcaption>${escapeHtml(feature.name)} <span>average effect ${feature.importance.toFixed(3)}${direction}</span></figcaption>${chart}${details('As a table', ['Value', 'Effect', 'Standard error', 'Deals'], rows)}</figure>`;
}

function pairFigure(pair: ModelPair): string {
  const cells = pair.points
    .flatMap((line, i) => line.map((value, j) => [pair.labels[0][i]!, pair.labels[1][j]!, value.toFixed(3)]))
    .filter(([, , value]) => Math.abs(Number(value)) >= 0.001)
    .sort((a, b) => Math.abs(Number(b[2])) - Math.abs(Number(a[2])))
    .slice(0, 30);
  return `<figure><figcaption>${escapeHtml(pair.features.join(' × '))} <span>average effect ${pair.importance.toFixed(3)}</span></figcaption>${heatMap(pair)}${details('Strongest cells as a table', [pair.features[0], pair.features[1], 'Effect'], cells)}</figure>`;
}

function details(summary: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('');
  return `<details><summary>${summary}</summary><table><thead><tr>${head.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr></thead><tbody>${cells}</tbody></table></details>`;
}

const STYLE = `
:root { color-scheme: light dark; --text: #181818; --muted: #5c5c5c; --ground: #ffffff; --rule: #c9c9c9; --up: #0b5cab; --down: #b8460e; --count: #b3b3b3; }
@media (prefers-color-scheme: dark) { :root { --text: #f0f0f0; --muted: #b0b0b0; --ground: #16181d; --rule: #4a4d55; --up: #6cb4ff; --down: #ff9d66; --count: #5d616b; } }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 760px; margin: 0 auto; padding: 24px 16px 64px; }
h1, h2, h3 { line-height: 1.25; } h2 { margin-top: 40px; border-bottom: 1px solid var(--rule); padding-bottom: 4px; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: 12px; } dt { color: var(--muted); font-size: 14px; } dd { margin: 0; overflow-wrap: anywhere; }
figure { margin: 32px 0; } figcaption { font-weight: 600; overflow-wrap: anywhere; } figcaption span { font-weight: 400; color: var(--muted); }
svg { width: 100%; height: auto; } text { fill: var(--text); font-size: 12px; } .tick { fill: var(--muted); } .end { text-anchor: end; } .middle { text-anchor: middle; }
.grid { stroke: var(--rule); } .zero { stroke: var(--muted); } .line { fill: none; stroke: var(--up); stroke-width: 2; } .band { fill: var(--up); fill-opacity: 0.18; }
.count { fill: var(--count); } .up { fill: var(--up); } .down { fill: var(--down); } .whisker { stroke: var(--text); } .dot { fill: var(--up); fill-opacity: 0.7; }
.notice { border-left: 4px solid var(--down); padding: 8px 12px; } details { margin-top: 8px; } summary { cursor: pointer; }
table { border-collapse: collapse; width: 100%; font-size: 14px; } th, td { text-align: left; padding: 4px 8px; border-bottom: 1px solid var(--rule); overflow-wrap: anywhere; }
`;
