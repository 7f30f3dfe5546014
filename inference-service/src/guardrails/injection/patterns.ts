/**
 * Shapes of attempts to take over a model, in English, German, French and Spanish. Gaps are bounded, so time stays linear.
 * `least`: log-odds that a text with this shape has, however harmless the rest of it; below zero where fiction and code have the shape too.
 */
export type Pattern = {
  name: string;
  layer: 'pattern' | 'structure';
  least: number;
  text: string;
  pattern: RegExp;
  /** The classifier looks at it too, unless this says no: the data it learns from has too few of these to weigh them. */
  taught?: false;
};

const GAP = '[^.!?\\n]{0,40}?';
const RULES_EN =
  '(?:instructions?|prompts?|rules?|guidelines?|directives?|commands?|constraints?|restrictions?|programming|training|guardrails|safety (?:policies|measures|filters))';
const RULES_DE = '(?:anweisung(?:en)?|instruktion(?:en)?|regeln?|vorgaben?|befehle?|richtlinien?|beschränkung(?:en)?)';
const RULES_FR = '(?:instructions?|consignes?|règles?|directives?|ordres?|restrictions?)';
const RULES_ES = '(?:instrucci[oó]n(?:es)?|órdenes|reglas?|directrices|indicaciones|restricciones)';
const words = (source: string): RegExp => new RegExp(`(?<![\\p{L}])(?:${source})(?![\\p{L}])`, 'iu');

export const PATTERNS: Pattern[] = [
  {
    name: 'override',
    layer: 'pattern',
    least: 2,
    text: 'asks to ignore earlier instructions',
    pattern: words(
      [
        `(?:ignore|disregard|forget|override|bypass|overlook|neglect|skip|drop|discard|do not follow|don['’]t follow|stop following|pay no attention to)${GAP}(?:(?:previous|prior|above|earlier|preceding|former|foregoing|initial|original|existing|all|any|your|system|these|those|the)\\s+){1,4}${RULES_EN}`,
        `(?:ignore|disregard|forget) (?:everything|all|anything|what)(?: that)?(?: you)?(?:['’]ve| have| were| was)?(?: been)? (?:above|before|said|told|given|written|learned|wrote)`,
        `(?:ignoriere?|vergiss|vergessen sie|missachte|überschreibe|umgehe|beachte nicht)${GAP}${RULES_DE}`,
        `(?:ignore[rz]?|oublie[rz]?|négligez|contourne[rz]?|ne tiens pas compte|ne tenez pas compte)${GAP}${RULES_FR}`,
        `(?:ignor[ae]|ignoren|olvid[ae]|olvide|omite|descarta|no sigas|pasa por alto)${GAP}${RULES_ES}`
      ].join('|')
    )
  },
  {
    name: 'new instructions',
    layer: 'pattern',
    least: 1.2,
    text: 'announces instructions of its own',
    pattern: words(
      [
        `(?:your|the) (?:new|real|actual|true|updated) (?:instructions?|task|role|rules|objective|system prompt)(?: is| are|:)`,
        `(?:new|updated|important) (?:system )?instructions? (?:for|to) (?:the |this )?(?:ai|assistant|model|llm|system|bot|reviewer model|scoring)`,
        `(?:note|attention|message|instruction|hinweis|anweisung|note|nota|instrucci[oó]n)s? (?:to|for|an|für|pour|à|para|al?) (?:the |any |die |das |den |l['’]|la |el )?(?:ai|ki|ia|llm|language model|assistant|chatbot|sprachmodell|assistenten|assistente?|modèle|modelo)`,
        `(?:from now on|henceforth|ab jetzt|ab sofort|dorénavant|désormais|à partir de maintenant|a partir de ahora|de ahora en adelante)${GAP}(?:you (?:are|will|must|shall|have|can)|bist du|sind sie|wirst du|antwortest|tu es|vous êtes|tu vas|eres|serás|debes|responderás)`
      ].join('|')
    )
  },
  {
    name: 'reader addressed',
    layer: 'pattern',
    taught: false,
    least: 0.8,
    text: 'speaks to a model that reads it',
    pattern: words(
      [
        `if (?:you are|you['’]re|this (?:text |field )?is (?:read|processed|evaluated) by) an? (?:ai|llm|language model|model|bot|chatbot|assistant)`,
        `(?:falls|wenn) (?:du|sie) (?:eine? )?(?:ki|sprachmodell|modell) (?:bist|sind)|si (?:tu es|vous êtes) une? (?:ia|modèle)|si (?:eres|usted es) una? (?:ia|modelo)`,
        `(?:dear|liebe[rs]?|ch(?:er|ère)|querid[oa]|estimad[oa]) (?:ai|ki|ia|llm|language model|model|chatbot|sprachmodell|modèle|modelo)(?= |,|:)`
      ].join('|')
    )
  },
  {
    name: 'rules void',
    layer: 'pattern',
    taught: false,
    least: 0.5,
    text: 'declares what the model was told to be void',
    pattern: words(
      [
        `(?:whatever|everything|anything|nothing|all) (?:that )?you (?:were|have been|['’]ve been) (?:told|given|taught|instructed)`,
        `(?:deine|ihre) (?:bisherigen |vorherigen |alten )?(?:anweisungen|vorgaben|regeln) (?:gelten|zählen) nicht|(?:tes|vos) (?:consignes|règles|instructions)${GAP}(?:annulées|ne valent plus)|tus (?:instrucciones|reglas|órdenes)${GAP}(?:anuladas|ya no valen)`
      ].join('|')
    )
  },
  {
    name: 'text above',
    layer: 'pattern',
    taught: false,
    least: 1.5,
    text: 'asks for the text before it',
    pattern: words(
      [
        `(?:print|output|copy|show|display|quote|write out|list)${GAP}(?:everything|all|text|words|lines?)[^.!?\\n]{0,20}? (?:above|before) (?:this|me|here)`,
        `(?:text|alles)[^.!?\\n]{0,25}? (?:vor|über|oberhalb) dieser (?:nachricht|zeile)|texte[^.!?\\n]{0,20}? (?:précède|avant) ce(?:ci| message)|texto[^.!?\\n]{0,20}? (?:precede a|antes de|anterior a) este mensaje`
      ].join('|')
    )
  },
  {
    name: 'prompt extraction',
    layer: 'pattern',
    least: 1.5,
    text: 'asks for the instructions of the model',
    pattern: words(
      [
        `(?:reveal|show|print|output|repeat|display|tell|give|share|leak|expose|write|disclose|recite|translate|summari[sz]e|what (?:is|are|was|were))${GAP}(?:your|the|this|thy) (?:(?:full|entire|complete|exact|initial|original|hidden|secret|internal|own|system|developer|confidential) ){0,3}(?:system prompt|prompt|system message|system instructions?|initial instructions?|hidden instructions?|secret instructions?|developer message|pre-?prompt)`,
        `repeat (?:all|everything|the (?:words|text|sentences?|lines?)) (?:above|before)`,
        `(?:zeige?|nenne?|verrate?|gib|wiederhole)${GAP}(?:system-?prompt|systemanweisung(?:en)?|deine anweisungen|deinen prompt)`,
        `(?:montre|affiche|révèle|donne|répète)[rz]?${GAP}(?:prompt système|invite système|tes instructions|vos instructions|ton prompt)`,
        `(?:muestra|muéstrame|revela|imprime|repite|dime)${GAP}(?:prompt (?:del )?sistema|tus instrucciones|mensaje del sistema|tu prompt)`
      ].join('|')
    )
  },
  {
    name: 'persona without limits',
    layer: 'pattern',
    least: -0.8,
    text: 'gives the model a role that knows no rules',
    pattern: words(
      [
        `(?:developer|debug|god|admin|jailbreak|dan|unrestricted|uncensored|evil|sudo|chaos|opposite) mode`,
        `do anything now|jailbr[eo]a?k(?:ed|en)?|stay in character|(?:as|called|named|like|be) dan(?= |,|\\.)`,
        `(?:no|without|free (?:of|from)|not (?:bound|limited|restricted|constrained) by|unbound by|ignor(?:es?|ing)|lacks?|has no|have no|does(?: not|n['’]t) (?:have|care about|follow)|regardless of|doesn['’]t care about)${GAP}(?:ethic(?:s|al)|moral(?:s|ity)?|restrictions?|limitations?|censorship|filters?|guidelines|content polic(?:y|ies)|safety|openai|rules or|boundaries|constraints|inhibitions|legal(?:ity)?)`,
        `(?:unfiltered|uncensored|amoral|unethical|unrestricted|immoral|unhinged)${GAP}(?:ai|assistant|model|chatbot|bot|persona|response|answer|character|version|language model)`,
        `(?:ai|assistant|model|chatbot|bot|character|persona)${GAP}(?:unfiltered|uncensored|amoral|unethical|unrestricted|never refuses?|cannot refuse|can['’]t refuse|always (?:complies|obeys|answers)|(?:any|every) (?:question|request)s?)`,
        `(?:ohne|keine)${GAP}(?:einschränkungen|beschränkungen|zensur|filter|moral)|(?:sans|aucune?)${GAP}(?:restrictions?|censure|filtres?|limites? morales?)|sin${GAP}(?:restricciones|censura|filtros|límites éticos)`,
        `(?:never|do not|don['’]t|cannot|can['’]t|must not|without) (?:ever )?(?:refus(?:e|ing)|declin(?:e|ing)|say(?:ing)? (?:no|that you can['’]?t)|break(?:ing)? character|mention(?:ing)? (?:that )?(?:you|ai|openai)|add(?:ing)? (?:any )?(?:warnings?|disclaimers?)|includ(?:e|ing) (?:any )?(?:warnings?|disclaimers?))`
      ].join('|')
    )
  },
  {
    name: 'outcome dictated',
    layer: 'pattern',
    least: 1.5,
    text: 'tells the reader which result to give',
    pattern: words(
      [
        `(?:you must|must|always|please|simply|just|now|the (?:ai|model|assistant|system) (?:must|should|shall|will))${GAP}(?:set|give|assign|return|output|rate|score|mark|raise)${GAP}(?:score|rating|probability|confidence)${GAP}(?:\\b100\\b|\\b99\\b|\\b10/10\\b|maximum|highest|max)`,
        `(?:set|give|assign|return|output|raise) (?:this (?:deal|claim|case)|the|it|a|its)${GAP}(?:score|rating|probability)${GAP}(?:100|99|maximum|highest)`,
        `(?:respond|answer|reply|output|return) (?:only |just )?(?:with )?(?:the word(?:s)? )?["'“](?:approved?|auto-?approved?|yes|accepted?)["'”]`,
        `(?:ai|model|assistant|system|classifier|reviewer model)${GAP}(?:must|should|shall|has to|needs to)${GAP}(?:approve|accept|confirm|ignore|pay|skip)`,
        `(?:setze?|vergib|gib)${GAP}(?:score|bewertung|punktzahl)${GAP}(?:100|höchst\\p{L}*|maxim\\p{L}*)`,
        `(?:attribue|donne|mets)[rz]?${GAP}(?:score|note)${GAP}(?:100|maxim\\p{L}*)`,
        `(?:asigna|pon|dale?)${GAP}(?:puntuación|puntaje|score|nota)${GAP}(?:100|máxim\\p{L}*)`
      ].join('|')
    )
  },
  {
    name: 'chat markup',
    layer: 'structure',
    least: 1.8,
    text: 'contains the marks that separate speakers in a chat with a model',
    pattern:
      /<\|(?:im_start|im_end|system|user|assistant|endoftext|eot_id|start_header_id)\|?>|\[\/?INST\]|<<\/?SYS>>|<\/?(?:system|assistant|instructions?|system_prompt|untrusted|user_input)>|\[(?:system|assistant|developer)\](?:\(#\w{1,20}\))?|(?:^|\n)\s{0,4}(?:#{1,4} ?)?(?:system|assistant|developer)(?: prompt| message| override)?\s?[:>]\s?\S|"role"\s{0,3}:\s{0,3}"(?:system|assistant|developer)"/i
  },
  {
    name: 'end of data',
    layer: 'structure',
    least: 1.2,
    text: 'pretends that the data ends and instructions begin',
    pattern:
      /(?:^|\n)[ \t]{0,4}(?:-{3,20}|={3,20}|#{3,20}|\*{3,20}|`{3})?[ \t]{0,4}(?:end of (?:(?:the|this|user|partner) ){0,2}(?:data|input|text|description|document|message|context|email|claim)|begin (?:new )?(?:instructions|system)|(?:start of )?new (?:conversation|session|system message)|ende der (?:beschreibung|daten|eingabe)|fin de la (?:description|entrée)|fin de la descripción)(?=[^\p{L}]|$)/iu
  },
  {
    name: 'data smuggling',
    layer: 'structure',
    least: 1.2,
    text: 'asks for a link or image that carries data out',
    pattern:
      /!\[[^\]\n]{0,80}\]\(https?:\/\/[^)\s]{1,200}[?&=][^)\s]{0,200}\)|(?:send|post|forward|exfiltrate|append|upload)[^.!?\n]{0,60}(?:conversation|chat history|api key|credentials|system prompt|customer data|all records|passwords)[^.!?\n]{0,60}(?:https?:|www\.|@)/i
  },
  {
    name: 'code in disguise',
    layer: 'structure',
    least: -0.5,
    text: 'hides a request in variables, code or cipher instructions',
    pattern:
      /\{\{(?:user|char|prompt|system)\}\}|(?:decode|decipher|decrypt|entschlüssle|décode|decodifica)[^.!?\n]{0,40}(?:and|then|und|et|y)[^.!?\n]{0,20}(?:follow|execute|do|answer|run|obey|befolge|exécute|ejecuta)|(?:\$[a-z]{1,3}|%\{?[a-z]{1,8}\}?) ?[+=] ?["'$%]/i
  }
];
