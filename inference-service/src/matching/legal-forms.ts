import { withinOneEdit } from './similarity.ts';

/**
 * Legal forms of the world as folded words, longest first when matched. They say how a company is registered, not which one it is.
 * Written from the company law of the countries named; a form that is also an ordinary word ("as", "ab", "co") only counts at the end.
 */
const FORMS: Record<string, string> = {
  english:
    'inc|incorporated|corp|corporation|co|company|llc|l l c|llp|lllp|lp|ltd|limited|plc|pllc|pc|pte ltd|pte|pty ltd|pty|proprietary limited|public limited company|private limited|pvt ltd|pvt|limited liability company|limited partnership|nfp|npc|cic|cc|unlimited|trust|dba|na',
  german:
    'gmbh|mbh|ggmbh|gmbh and co kg|gmbh and co kgaa|gmbh co kg|gmbh and co ohg|ag|ag and co kg|ag and co kgaa|kg|kgaa|ohg|gbr|ug|ug haftungsbeschrankt|e k|ek|ekfm|e v|ev|eg|se|se and co kg|se and co kgaa|gesellschaft mit beschrankter haftung|aktiengesellschaft|gesmbh|ges m b h',
  french:
    'sa|s a|sas|sasu|sarl|s a r l|eurl|sci|scop|snc|scs|sca|gie|societe anonyme|societe a responsabilite limitee|societe par actions simplifiee|sprl|bvba|asbl|ltee|enr',
  spanishPortuguese:
    'sl|s l|slu|sau|sll|sociedad anonima|sociedad limitada|sociedad de responsabilidad limitada|sociedad anonima de capital variable|sociedade limitada|sa de cv|s a de c v|sab de cv|sapi de cv|s de rl de cv|s de rl|s a s|srl|ltda|limitada|lda|eireli|epp|me|sgps|cia|cia ltda|spa|eirl|s a c|sac|saic|sociedade anonima',
  italian: 'spa|s p a|srl|s r l|srls|sapa|snc|sas|scarl|scrl|societa per azioni|societa a responsabilita limitata',
  dutch: 'bv|b v|nv|n v|vof|cv|besloten vennootschap|naamloze vennootschap|stichting|cvba',
  nordic:
    'ab|a b|publ|aktiebolag|aktieselskab|anpartsselskab|aksjeselskap|osakeyhtio|hb|kb|as|a s|asa|ans|da|aps|a p s|ivs|oy|oyj|o y|ky|tmi|ehf|hf|ohf|amba|is',
  centralEurope:
    'sp z oo|sp z o o|spolka z oo|spolka z ograniczona odpowiedzialnoscia|spolecnost s rucenim omezenym|spolocnost s rucenim obmedzenym|korlatolt felelossegu tarsasag|zartkoruen mukodo reszvenytarsasag|reszvenytarsasag|drustvo s ogranicenom odgovornoscu|druzba z omejeno odgovornostjo|societate cu raspundere limitata|spolka akcyjna|sp j|sp k|spol s ro|spol s r o|s ro|sro|s r o|ks|vos|zrt|nyrt|kft|bt|kkt|doo|d o o|dd|d d|ad|a d|ood|eood|ead|eod|srl|sa|sia|uab|ou|as|aktsiaselts|osauhing|d no o',
  easternEurope: 'ooo|oao|zao|pao|ao|ip|tov|pat|prat|too|tdv|chp|ano|gup|mup|fgup|obshchestvo s ogranichennoi otvetstvennostyu',
  greekTurkish: 'ae|a e|epe|e p e|ike|oe|ee|anonim sirketi|as|a s|ltd sti|limited sirketi|san ve tic|sanayi ve ticaret|san tic|tic ltd sti',
  asia: 'kk|k k|kabushiki kaisha|kabushikigaisha|yugen kaisha|yk|gk|godo kaisha|co ltd|company limited|sdn bhd|bhd|sendirian berhad|berhad|pt|tbk|persero|cv|tnhh|cong ty|cong ty tnhh|cong ty co phan|jsc|joint stock company|pcl|public company limited|plt|jusighoesa|chusik hoesa|youxian gongsi|gufen youxian gongsi|zhushihuishe|youxiangongsi',
  arabAfrica:
    'wll|w l l|fzc|fze|fz llc|fzco|fz|dmcc|psc|pjsc|qsc|qpsc|saoc|saog|sal|sarlau|kscc|ksc|bsc|sae|llc fz|rf|soc|est|establishment'
};

/** Written in their own script, before transliteration would split or blur them. */
export const NATIVE_FORMS: readonly string[] = [
  '股份有限公司',
  '有限责任公司',
  '有限責任公司',
  '有限公司',
  '株式会社',
  '株式會社',
  '有限会社',
  '合同会社',
  '合資会社',
  '(株)',
  '（株）',
  '㈱',
  '주식회사',
  '유한회사',
  '(주)',
  '㈜',
  'ООО',
  'ОАО',
  'ЗАО',
  'ПАО',
  'АО',
  'ИП',
  'ТОВ',
  'ЕООД',
  'ООД',
  'АД',
  'Α.Ε.',
  'Ε.Π.Ε.',
  'ש״מ',
  'בע"מ',
  'בע״מ',
  'ذ.م.م',
  'ش.م.م',
  'บริษัท',
  'จำกัด',
  '(มหาชน)'
];

/** Forms that stand before the name. */
const LEADING = new Set([
  'ooo',
  'oao',
  'zao',
  'pao',
  'ao',
  'ip',
  'tov',
  'pt',
  'cv',
  'kk',
  'kabushiki kaisha',
  'cong ty',
  'cong ty tnhh',
  'cong ty co phan',
  'stichting',
  'too',
  'ano',
  'cia'
]);

const trailing = new Set(Object.values(FORMS).flatMap((list) => list.split('|')));
/** Runs of single letters arrive joined ("s a" as "sa"), so each spaced form is known joined as well. */
for (const form of [...trailing]) trailing.add(joinLetters(form));
const LONGEST = Math.max(...[...trailing].map((form) => form.split(' ').length));

function joinLetters(form: string): string {
  return form.replace(/\b([a-z]) (?=[a-z]\b)/g, '$1');
}

/** Long enough for a typo not to make another word of them. */
const MISSPELLABLE = ['incorporated', 'corporation', 'limited', 'company', 'aktiengesellschaft', 'proprietary', 'berhad'];

/** Takes the legal form off both ends; a name that is nothing but a legal form is left as it is. */
export function stripLegalForm(tokens: readonly string[]): { tokens: string[]; form: string | null } {
  let start = 0;
  let end = tokens.length;
  const found: string[] = [];
  for (let again = true; again;) {
    again = false;
    for (let length = Math.min(LONGEST, end - start - 1); length >= 1; length--) {
      const tail = tokens.slice(end - length, end).join(' ');
      if (!trailing.has(tail) && !(length === 1 && MISSPELLABLE.some((form) => withinOneEdit(form, tail)))) continue;
      found.unshift(tail);
      end -= length;
      again = true;
      // What joins "GmbH" and "Co. KG" belongs to the form.
      if (end - start > 1 && tokens[end - 1] === 'and') end--;
      break;
    }
  }
  for (let length = Math.min(3, end - start - 1); length >= 1; length--) {
    const head = tokens.slice(start, start + length).join(' ');
    if (!LEADING.has(head)) continue;
    found.unshift(head);
    start += length;
    break;
  }
  return { tokens: tokens.slice(start, end), form: found.length > 0 ? found.join(' ') : null };
}
