import type { Persona } from './personas.ts';
import { escapeHtml, plainPage } from './page.ts';

/** The front door of the local org: there are no passwords, a visitor chooses who to be. */
export function personaPage(personas: readonly Persona[]): string {
  const cards = personas.map(card).join('\n');
  const empty = '<p>No user of this org can sign in: load the sample data, or assign a permission set to a user.</p>';
  return plainPage(
    'Choose who you are',
    `<main class="portal-plain-main">
<h1 class="slds-text-heading_large">Choose who you are</h1>
<p class="slds-m-top_x-small slds-m-bottom_large">This is a local org on your machine. It has no passwords: sign in as one of its people and switch whenever you like.</p>
${personas.length > 0 ? `<ul class="portal-personas">${cards}</ul>` : empty}
</main>`
  );
}

function card(persona: Persona): string {
  return `<li class="slds-card portal-persona">
<h2 class="slds-text-heading_medium">${escapeHtml(persona.name)}</h2>
<p class="slds-text-color_weak">${escapeHtml(persona.role)}</p>
<ul class="portal-persona-can">${persona.can.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join('')}</ul>
<form method="post" action="/signin?user=${encodeURIComponent(persona.userId)}">
<button class="slds-button slds-button_brand">Continue as ${escapeHtml(persona.name)}</button>
<span class="slds-text-color_weak slds-m-left_small">${persona.place === 'site' ? 'Partner site' : 'Lightning Experience'}</span>
</form>
</li>`;
}
