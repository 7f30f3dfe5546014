import { Parser } from 'htmlparser2';
import { marked } from 'marked';
import type { Block } from './blocks.ts';

const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math', 'iframe', 'object', 'head', 'nav', 'select', 'button']);
const BLOCKS = new Set(
  'address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form header hr li main ol p pre section summary table tbody thead tr ul video audio'.split(
    ' '
  )
);
const EMPTY = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'source', 'wbr', 'col', 'area', 'base', 'embed', 'track', 'param']);

/** What a browser would show of a page: nothing that is hidden gets into the index. */
export function htmlBlocks(html: string): { title: string | undefined; blocks: Block[] } {
  const blocks: Block[] = [];
  let title = '';
  let inTitle = false;
  let text = '';
  let level: number | undefined;
  /** How many elements deep we are in something that is not shown. */
  let hidden = 0;
  const flush = (): void => {
    if (text.trim() !== '') blocks.push({ text, ...(level !== undefined && { level }) });
    text = '';
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'title') inTitle = true;
        if (hidden > 0 || SILENT.has(name) || isHidden(attributes)) {
          if (!EMPTY.has(name)) hidden++;
          return;
        }
        const heading = /^h([1-6])$/.exec(name);
        if (heading) {
          flush();
          level = Number(heading[1]);
        } else if (BLOCKS.has(name)) flush();
        else if (name === 'br') text += ' ';
        else if (name === 'td' || name === 'th') text += text.trim() === '' ? '' : ' | ';
        else if (name === 'img') text += ` ${attributes['alt'] ?? ''} `;
      },
      ontext(data) {
        if (inTitle) title += data;
        else if (hidden === 0) text += data;
      },
      onclosetag(name) {
        if (name === 'title') inTitle = false;
        if (hidden > 0) {
          if (!EMPTY.has(name)) hidden--;
          return;
        }
        if (/^h[1-6]$/.test(name)) {
          flush();
          level = undefined;
        } else if (BLOCKS.has(name)) flush();
      }
    },
    { decodeEntities: true }
  );
  parser.end(html);
  flush();
  return { title: title.trim() || undefined, blocks };
}

function isHidden(attributes: Record<string, string>): boolean {
  return (
    'hidden' in attributes ||
    attributes['aria-hidden'] === 'true' ||
    /(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d]))/i.test(attributes['style'] ?? '')
  );
}

/** Markdown with tables; comments and hidden HTML in it are not shown either. */
export function markdownBlocks(markdown: string): { title: string | undefined; blocks: Block[] } {
  const body = markdown.replace(/^\ufeff?---\r?\n[\s\S]*?\r?\n(?:---|\.\.\.)\r?\n/, '');
  const { blocks } = htmlBlocks(marked.parse(body, { async: false, gfm: true }));
  return { title: blocks.find(({ level }) => level === 1)?.text.trim(), blocks };
}
