import type * as antlr from '@apexdevtools/apex-parser';
import type { AnnotationNode, Modifiers } from './ast.ts';
import { at, literal } from './expressions.ts';

export function modifiers(contexts: readonly antlr.ModifierContext[]): Modifiers {
  const words: string[] = [];
  const annotations: AnnotationNode[] = [];
  for (const context of contexts) {
    if (context.annotation()) annotations.push(annotation(context.annotation()));
    else
      words.push(Array.from({ length: context.getChildCount() }, (_, index) => context.getChild(index).getText().toLowerCase()).join(' '));
  }
  return { words, annotations };
}

function annotation(context: antlr.AnnotationContext): AnnotationNode {
  const parameters: Record<string, string> = {};
  for (const pair of context.elementValuePairs()?.elementValuePair_list() ?? []) {
    parameters[pair.id().getText().toLowerCase()] = elementText(pair.elementValue());
  }
  if (context.elementValue()) parameters.value = elementText(context.elementValue());
  return { ...at(context), name: context.id().getText().toLowerCase(), written: context.id().getText(), parameters };
}

function elementText(context: antlr.ElementValueContext): string {
  const value = literal(context.literal());
  return value.kind === 'literal' ? value.value : '';
}
