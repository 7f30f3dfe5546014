const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Words that hold sentences together and say nothing about what they are about. */
export const STOPWORDS = {
  en: list(`a an the this that these those and or but nor if then else of in on at by for from to into onto with without about as is are was were
    be been being am do does did doing done have has had having will would shall should can could may might must i me my mine we us our ours you
    your yours he him his she her hers it its they them their theirs who whom whose which what when where why how there here not no so than too
    very just also any some each every both all more most other such own same only over under again further up down out off between during before
    after while because until against through s t d ll m re ve don doesn didn isn aren wasn weren won wouldn cannot let get got please`),
  de: list(`der die das den dem des ein eine einen einem einer eines und oder aber doch sondern wenn dann als wie wo wer was wann warum wieso
    welche welcher welches welchen welchem von vom zu zum zur in im ins an am auf aus bei beim mit ohne für fuer durch um gegen nach vor über ueber
    unter zwischen seit bis ab ist sind war waren sein bin bist wird werden wurde wurden worden hat haben hatte hatten habe kann können koennen
    konnte muss müssen muessen soll sollen sollte darf dürfen will wollen möchte moechte ich du er sie es wir ihr mich dich sich uns euch mir dir
    ihm ihn ihnen mein meine meinen meinem meiner dein deine unser unsere unseren unserer euer eure seine seinen ihre ihren ihrer nicht kein keine
    keinen auch nur noch schon sehr so dass daß ob weil da hier dort dieser diese dieses diesen diesem man mehr alle alles allen jede jeder jedes
    bitte gibt mal denn`),
  fr: list(`le la les l un une des du de d au aux ce cet cette ces et ou mais donc or ni car si que qu qui quoi dont où quand comment pourquoi quel
    quelle quels quelles à a dans en par pour avec sans sur sous entre vers chez depuis pendant contre est sont était étaient être été suis es ai as
    avons avez ont avait avaient avoir sera seront fait faire peut peuvent pouvons puis je j tu il elle on nous vous ils elles me m te t se s moi toi
    lui leur leurs y mon ma mes ton ta tes son sa ses notre nos votre vos ne n pas plus moins très aussi tout toute tous toutes même autre autres
    comme c ça cela ceci là ici lequel laquelle lesquels`),
  es: list(`el la los las un una unos unas lo al del de y e o u pero sino si que qué quien quién quienes cual cuál cuales cuáles cuyo donde dónde
    cuando cuándo como cómo por para con sin sobre bajo entre hacia desde hasta según contra en a ante tras durante es son era eran ser sido está
    están estaba estar soy eres somos fue fueron ha han he hay había habían haber tiene tienen tengo tener puede pueden puedo hacer hace yo tú él
    ella ello nosotros vosotros ellos ellas me te se nos os le les mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro no ni sí ya más
    menos muy también todo toda todos todas otro otra otros otras este esta esto estos estas ese esa eso esos esas aquel aquella mismo misma`)
} as const;
