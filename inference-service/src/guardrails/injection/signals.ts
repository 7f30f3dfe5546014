/**
 * What the classifier looks at: how much a text speaks in each of a few registers, counted by word beginnings. Written by hand from
 * what makes a request harmful or a framing suspicious; no list of known prompts is behind them.
 */
const stems = (text: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}])(?:${text
      .trim()
      .split(/\s*[,\n]\s*/)
      .filter(Boolean)
      .join('|')})\\p{L}{0,12}`,
    'giu'
  );

export const SIGNALS: Record<string, RegExp> = {
  /** Stories and roles as such; harmless alone. */
  fiction:
    stems(`imagin, pretend, role-?play, roleplay, fiction, hypothetic, scenario, character, protagonist, novel, screenplay, script, storyl, story, storytell, dystopi, universe, realm, scene, playwright,
    narrativ, narrator, tale, fantas, simulat, parody, satir, villain, antagonist, hero, once upon, envision, picture yourself, visuali[sz]e, act as, acting as, role of, persona, parallel world, metaverse, thriller,
    stell dir vor, tu so als, rollenspiel, imagine que, imagina, finge, fais semblant, jeu de rôle, juego de rol, personaje, personnage, dialogue, monolog, comic, cyberpunk, whimsical, puppet, game master, dungeon`),
  /** The model addressed as somebody. */
  persona:
    stems(`you are an?, you['’]re an?, you are now, you are the, you will play, you will act, you will be, you act, you work as, you have been, your role is, your task is, your name is, your character, as an ai, ai language model, chatgpt, gpt, openai, language model,
    an expert in, renowned, seasoned, master of, assistant that, chatbot, an ai, the ai, du bist ein, sie sind ein, tu es un, vous êtes un, eres un, consider you, consider yourself, suppose you, assume the role, take on the role, taking on, you['’]re part of, you find yourself`),
  /** Rules to be set aside. */
  bypass:
    stems(`uncensor, unfilter, unrestrict, no restriction, no limit, without limit, without restrict, no rules, not bound, ethical guideline, ethics, moral, guideline, polic(?:y|ies) do, content polic, restriction, refus, comply, complies, obey, disclaimer, warning label, jailbreak, in character, break the rules, bend the rules,
    anything now, no boundaries, freely, no filter, loophole, bypass, circumvent, evad, undetect, without being caught, without getting caught, without leaving, untrace, get away with, regardless of legal, no consequences, nothing is off, off-limits, taboo, unapologetic, rebellious, amoral, forbidden, unsafe answer, no-holds-barred, controversial, provocative, edgy, ignore, disregard,
    ohne einschränk, sans restriction, sin restricci, sin censura, censor, sanitiz, sugarcoat`),
  violence:
    stems(`kill, murder, assassin, bomb, explosiv, grenade, terror, massacre, shooting, weapon, firearm, gun(?:s|powder)?(?!\\p{L}), ammunition, tortur, strangl, stab(?:s|bed|bing)?(?!\\p{L}), poison, arson, behead, genocid, ethnic cleans, lynch, violen, hitman, kidnap, abduct, molotov, nerve agent, sarin, anthrax, bioweapon, chemical weapon, nuclear device, mass casual, suicide, self-harm, self-injur, cutting (?:myself|yourself|oneself), starv, anorex, bulimi, eating disorder,
    child soldier, hostage, assault, beat(?:ing)? up, mutilat, dismember, corpse, gore, bloodshed, brutal, extremis, jihad, isis, insurgen, riot`),
  crime:
    stems(`steal, stole, theft, thie(?:f|ves), burglar, robb, shoplift, carjack, hijack, smuggl, traffick, launder, counterfeit, forg(?:e|ing|ed|ery)(?!\\p{L}), fraud, scam, con artist, ponzi, pyramid scheme, insider trad, tax evas, evade tax, embezzl, brib, extort, blackmail, ransom, black market, darknet, dark web, drug deal, cocaine, heroin, meth(?:amphetamine)?(?!\\p{L}), fentanyl, lsd, mdma, ecstasy, opioid, narcotic, illegal, illicit, illegitimate, unlawful, crime, criminal,
    cartel, mafia, gang(?:s|ster)?(?!\\p{L}), heist, lockpick, pick a lock, counterfeit, fake id, fake passport, identity theft, stolen, hit and run, prohibited, contraband, looting, vandal, hotwire, underage, bootleg, pirat(?:e|ed|ing|acy)(?! ship), torrent, unauthorized cop, copyright infring, poach, money mule, skimm`),
  cyber: stems(
    `hack(?:ing|er|ers|ed)?(?!\\p{L}), malware, ransomware, virus code, trojan, keylog, phish, spyware, botnet, ddos, sql injection, exploit, zero-day, backdoor, rootkit, brute.?force, crack(?:ing)? (?:a |the |wifi|password), password crack, steal(?:ing)? (?:data|password|credential), breach, unauthori[sz]ed access, surveil, wiretap, spy(?:ing)? on, stalk, doxx, deepfake, spoof, credit card number, social engineer, sim swap, worm that, clone(?:d)? a, intrusion`
  ),
  hate: stems(
    `racis, racial, sexis, misogyn, homophob, transphob, antisemit, islamophob, xenophob, bigot, slur, derogator, stereotyp, inferior, supremac, nazi, hitler, holocaust, segregat, discriminat, prejudic, hateful, hate speech, hatred, demean, dehumani, degrad, insult, offensive, mock, ridicul, bully, harass, humiliat, intoleran, marginaliz, minorit, immigrants are, caste, ethnicit, resentful, disabilit, subhuman, vermin, belittl, disparag, offend, demoniz, eugenic, toxic`
  ),
  sexual: stems(
    `sex(?:ual|ually|y)?(?!\\p{L}), erotic, porn, nude, naked, nudity, genital, orgasm, rape, incest, pedophil, molest, grooming, fetish, explicit content, sexually explicit, nsfw, lewd, seduc, intimate scene, prostitut, escort serv, brothel, voyeur, kink, lust, bondage, steamy, aroused, intercourse`
  ),
  deceit: stems(
    `disinformat, misinformat, propaganda, fake news, conspirac, hoax, rig(?:ging|ged)? (?:an |the )?election, election fraud, voter suppress, subvert, manipulat, gasligh, brainwash, coerc, decei, mislead, false information, false claim, spread(?:ing)? rumou?r, fabricat, slander, defam, libel, smear, impersonat, plagiari, cheat on, cheat(?:ing)?, undermin, misrepresent, scapegoat, anti-vax, denial(?:ist|ism), flat earth, bogus, fake review, fake account, rumou?r, gossip, falsif, stolen election, incit, radicali, smokescreen, discredit, blame(?:s|d)? on, exaggerat`
  ),
  private: stems(
    `home address, social security number, private information, personal information, personal data, medical record, credit card, bank account, private detail, someone['’]?s password, confidential, classified, leaked, trade secret, sensitive, private (?:life|address|phone), phone number of, address of, whereabouts, celebrit, insider, proprietary, nonpublic, passport number, private companies, pii`
  ),
  dangerous: stems(
    `financial advice, medical advice, diagnos, without a prescription, prescription, overdose, lethal, toxic chemical, homemade, detonat, synthesi[sz], recipe for, uranium, pathogen, virus strain, gambl, addict, stock purchase, invest all, bet on, all-in, guarantee(?:d)? (?:return|profit), miracle cure, unlicensed, legal advice, unproven, detox, steroids, hazard, harmful, dangerous, danger, risky, destructive, sabotag, overthrow, harm`
  ),
  request: stems(
    `provide, describe, explain, outline, detail, step-by-step, step by step, instructions for, instructions on, instructions to, guide, write, craft, create, generate, compose, draft, develop, elaborate, share, list, tutorial, manual, blueprint, recipe, method, technique, strateg, how would, how could, how can, how to`
  ),
  /** What people do with an assistant on an ordinary day. */
  everyday: stems(
    `summari[sz]e, translate, recommend, recipe, cook, bake, homework, math, equation, premise, hypothesis, entail, sentence, paragraph, passage, article, question, answer, options, classif, extract, review, movie, film, music, song, book, travel, trip, garden, plant, pet, dog, cat, health benefit, exercise, learn, study, career, resume, job, code, python, javascript, function, sql query, html, algorithm, poem, haiku, birthday, gift, weather, holiday, recycl, climate, histor, science, educat, teach, student, communit, sustainab, friend, positiv, support, encourag, empower, inclusi, respect, celebrat, innovat`
  ),
  business: stems(
    `invoice, quote, licen[cs]e, renewal, customer, prospect, partner, reseller, deal, budget, contract, purchase order, discount, portal, claim, reimburs, MDF, ticket, login, log in, delivery, shipment, rollout, migration, seats, procurement, webinar, trade show, certification, onboarding, support, kunde, rechnung, angebot, lizenz, vertrag, budget, partner, messe, schulung, facture, devis, client, contrat, licence, formation, salon, factura, oferta, cliente, contrato, licencia, feria, formación, pedido, bestellung, commande`
  ),
  override: stems(
    `ignore (?:all|any|every|your), disregard (?:all|any|every|your), forget (?:all|everything|your), (?:your|all) previous instruct, prior instruct, above instruct, your (?:system )?prompt, new instruct, override your, from now on you, you must always, you must now, always answer, always respond, start your (?:answer|response|reply) with, begin your (?:answer|response|reply) with, respond only, do not refuse, don['’]t refuse, never refuse, follow my, obey my, i command, developer mode, dan(?= |:), vorherigen anweis, bisherigen anweis, instructions précédentes, consignes précédentes, instrucciones anteriores`
  )
};
export const SIGNAL_NAMES = Object.keys(SIGNALS);
const HARM = ['violence', 'crime', 'cyber', 'hate', 'sexual', 'deceit', 'private', 'dangerous'] as const;

const FULL_LENGTH = 60;

/** Named inputs of the classifier, all about 0 to 3. */
export function signalsOf(text: string): Map<string, number> {
  const words = text.match(/\p{L}{2,60}/gu)?.length ?? 0;
  // A long letter uses more words of every kind: counted as if it had this many words.
  const scale = Math.min(1, FULL_LENGTH / Math.max(1, words));
  const counts = new Map(SIGNAL_NAMES.map((name) => [name, (text.match(SIGNALS[name] as RegExp)?.length ?? 0) * scale]));
  const of = (name: string) => counts.get(name) ?? 0;
  const level = (count: number) => Math.min(3, Math.log2(1 + count));
  const inputs = new Map<string, number>();
  for (const name of SIGNAL_NAMES) inputs.set(name, level(of(name)));
  const harm = HARM.reduce((sum, name) => sum + of(name), 0);
  const kinds = HARM.filter((name) => of(name) >= 0.5).length;
  const frame = of('fiction') + of('persona');
  inputs.set('harm', level(harm));
  inputs.set('harm per word', words === 0 ? 0 : Math.min(3, (harm / Math.max(words * scale, 20)) * 40));
  inputs.set('kinds of harm', Math.min(3, kinds));
  inputs.set('harm in a frame', Math.min(3, Math.sqrt(level(harm) * level(frame))));
  inputs.set('bypass in a frame', Math.min(3, Math.sqrt(level(of('bypass')) * level(frame))));
  inputs.set('harm on request', Math.min(3, Math.sqrt(level(harm) * level(of('request')))));
  inputs.set('frame and length', Math.min(3, Math.sqrt(level(frame) * Math.min(3, Math.log10(1 + words)))));
  return inputs;
}
