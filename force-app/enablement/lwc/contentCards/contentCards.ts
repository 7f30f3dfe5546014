import { LightningElement, api } from 'lwc';
import type { ContentCard, InteractionKind } from 'c/enablementTypes';
import { labels } from 'c/enablementLabels';
import { format } from 'c/coreFormat';

export interface CardAction {
  readonly id: string;
  readonly action: 'open' | InteractionKind;
}

interface Row extends ContentCard {
  readonly icon: string;
  readonly facts: string;
  readonly text: string | null | undefined;
  readonly saveIcon: string;
  readonly saveLabel: string;
  readonly saveAction: InteractionKind;
  readonly dismissLabel: string;
}

const ICONS: Readonly<Record<string, string>> = {
  Playbook: 'standard:story',
  'Battle card': 'standard:strategy',
  Datasheet: 'standard:document',
  Deck: 'standard:slider',
  Video: 'standard:video',
  Training: 'standard:education',
  Certification: 'standard:reward',
  'Price list': 'standard:price_books',
  Template: 'standard:template',
  FAQ: 'standard:question_feed'
};

/**
 * Items of the library as cards, in the order given. Fires `cardaction` with what the person wants: opening it, or one of the
 * kinds of interaction. Changes nothing by itself.
 */
export default class ContentCards extends LightningElement {
  @api cards: readonly ContentCard[] = [];
  /** What the list is, for those who hear it. */
  @api label = '';
  /** Whether cards can be saved. */
  @api actions = false;
  @api dismissible = false;

  get rows(): Row[] {
    return this.cards.map((card) => ({
      ...card,
      icon: ICONS[card.kind] ?? 'standard:document',
      facts: [card.kindLabel, languageName(card.language), card.minutes ? format(labels.minutes, card.minutes) : null]
        .filter(Boolean)
        .join(' · '),
      text: card.passage ?? card.summary,
      saveIcon: card.saved ? 'utility:bookmark' : 'utility:bookmark_stroke',
      saveLabel: format(card.saved ? labels.unsave : labels.save, card.title),
      saveAction: card.saved ? 'Unsaved' : 'Saved',
      dismissLabel: format(labels.dismiss, card.title)
    }));
  }

  handleAction(event: Event): void {
    const { id, action } = (event.currentTarget as HTMLElement).dataset as unknown as CardAction;
    this.dispatchEvent(new CustomEvent<CardAction>('cardaction', { detail: { id, action } }));
  }
}

/** In the reader's own language. */
function languageName(code: string | null | undefined): string | null {
  return code ? (new Intl.DisplayNames(undefined, { type: 'language' }).of(code) ?? code) : null;
}
