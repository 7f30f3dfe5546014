/** Ordinary words that are rarely a name even where a sentence or a title writes them with a capital. */
export const COMMON_WORDS = new Set(
  `
a about above across actually add after again against ago ahead all allow almost alone along already also although always am amazing among an and another answer any
anybody anyone anything anyway apart apparently are area aren around arrive as ask at away back bad be because become been before began begin behind being believe below
beside best better between beyond big both bring build business but buy by call came can cannot card care carry case cause certain change check child children choose city
clear close cold come common company complete consider continue cool correct cost could couldn country course customer cut daily date day dead deal dear decide deep
despite did didn different difficult do does doesn doing don done door down dream drive during each early earth easy eat either else email end enough enter especially
essentially even evening ever every everybody everyone everything everywhere exactly example excellent except experience explain eye face fact family far fast father
favorite favourite feel few final finally find fine finish first five follow following food for forget forever former found four free fresh friend from front full fun
funny further game general get girl give glad go goes going gone good got great greetings group grow guess guy had half hand happen happy hard has hasn hate have haven
having he head hear heard heart heaven held hello help hence her here hers herself hey hi high him himself his history hit hold home honestly hope hot hour house how
however huge human hundred i idea if imagine important in including indeed information inside instead interesting internal into is isn issue it its itself job join just keep
kept kids kill kind king knew know known lady large last late later law lay lead learn least leave left less let letter life light like likely line list listen little
live local long look lord lost lot love low lucky made mail main make man manager many matter may maybe me mean meanwhile meet member men message middle might mind mine
minute miss mistake moment money month more moreover morning most mostly mother mountain move movie much music must my myself name near nearly need neither never nevertheless new
news next nice night no nobody none nor not note nothing now number of off offer office often oh ok okay old on once one online only open or order other others otherwise
our ours out outside over own page paid pain paper part party pass past pay people perfect perhaps person personally phone picture piece place plan play please point
poor possible post power present press pretty probably problem produce product program proud public put question quick quickly quite rain rather read ready real
really reason receive recently record red regarding regards remember remove report request rest return review ride right ring river road rock room run sad safe said same
save saw say says school sea second secret see seem seen sell send sense sent serious service set seven several shall she short should show side sign similarly simple simply
since sing sister site six sky sleep slow small so soldier some somebody someone something sometimes somewhere son song songs soon sorry sort soul sound speak special
stand start started stay step still stop story straight strange street strong stuff such suddenly sun super supposedly sure surely surprisingly sweet take taken talk team tell ten terrible than thank
thanks that the their them themselves then there therefore these they thing things think third this those though thought thousand three through thus tie time to today
together told tomorrow tonight too took top total toward towards town tree true truly truth try tube turn turns two type under unfortunately unless until up upon us use used user usually
very view visit wait wake walk want war warning was wasn watch water way we wear weather website wedding week welcome well went were what whatever when whenever where
whereas wherever whether which while white who whoever whole whom whose why will win wind window wish with within without woman women won wonder word words work world
worst would wouldn write wrong wrote yeah year years yellow yes yesterday yet you young your yours yourself
account active address agent alert amount analysis annual apply appointment approval approved attachment attempt attention availability available balance bank benefit billing
block body book branch bug button campaign cancel cash category certificate certification channel charge cheque claim class client cloud code color colour comment community
compliance condition confirm confirmation connection contact content contract control copy council court cover create credit crisis currency current data database deadline debit
delivery department description design details detect device digital director discount discrimination division document download draft due edit education electronic employee
employer employment entertainment enterprise equal error estimate event executive export fee feedback field figure file finance financial flight form fund fusion gas gift global goods gold government
guide guitar health holiday hotel identity image immediately import income increase industry insurance integration interest interface internet interview inventory invoice item justice keyboard label
labor labour language laptop leader legal level liability licence license limit link loan location login management market marketing material maximum media medical meeting
membership menu method migration military minimum mobile model monthly mortgage network notice notification office official operation option origin owner ownership
package partner password patient payment pedestrian pedestrians pending permission personal pilot platform police policy portal position previous price pricing principal priority privacy
process producer profile profit project promotion proof property proposal protect protection provide province purchase quality quarter quarterly quote race rate rates ratio recovery
reference refund register registration release religion renewal renew rental reply requirement research reseller reset resource response responsibility restaurant result retail reward
risk role sales savings schedule scope score screen search section security seller senior server session settings sex share shipment shipping shop signature silver skills social software
solution source sponsor staff standard state statement station statistics status stock storage store strategy student subject subscription summary summer supplier supply support
survey system table target task tax technical technology telephone term terms test text theatre ticket tier title tool track trade traffic training transaction transfer transport travel
trial trip trouble truck update upgrade upload urgent vacation value vehicle vendor version video volume voucher wallet warehouse warranty web weekend weekly winter worker workshop zero zip
der die das den dem des ein eine einen einem einer eines und oder aber wenn weil dass ob wie was wer wo wann warum ich du er sie es wir ihr mein dein sein unser euer ihre ihren ihrem ihrer nicht kein
keine auch nur noch schon sehr mit ohne für gegen von vom zu zum zur bei beim nach vor über unter auf aus an am im in ins bis seit durch um hallo guten tag morgen abend danke bitte viele grüße
mit freundlichen liebe lieber sehr geehrte geehrter anbei leider gerne können könnten haben hat hatte wird wurde werden ist sind war kunde kunden rechnung angebot vertrag auftrag anfrage frage antwort
problem fehler lösung lizenz lizenzen preis betrag budget termin frist schulung vertrieb einkauf rabatt nachlass projekt zugang anmeldung passwort portal rückmeldung unterlagen beleg belege
messe zahlung konto karte adresse telefon nummer datum jahr monat woche tage stunde unternehmen firma partner bestellung lieferung ware kündigung verlängerung wartung
le la les un une des du de et ou mais donc car si que qui quoi dont où quand comment pourquoi je tu il elle nous vous ils elles mon ton son notre votre leur mes tes ses nos vos leurs ne pas plus aussi très
avec sans pour contre par sur sous dans chez vers depuis bonjour bonsoir merci cordialement salut cher chère madame monsieur est sont était avez avons client facture devis contrat commande demande
question réponse problème erreur licence licences prix montant délai formation vente achats remise projet accès connexion compte carte adresse téléphone numéro année mois semaine jour heure entreprise
société partenaire livraison paiement renouvellement pouvez pourriez veuillez voici suite concernant
el los las una unos unas y o pero porque cuando cómo dónde quién qué cuál yo tú él ella nosotros ustedes ellos mi tu su nuestro nuestra no sí también muy con sin para contra por sobre bajo entre hacia desde
hasta hola buenos buenas días tardes gracias saludos atentamente estimado estimada señor señora es son era hemos han cliente factura oferta contrato pedido solicitud pregunta respuesta problema error
licencia licencias precio importe plazo formación ventas compras descuento proyecto acceso cuenta tarjeta dirección teléfono número año mes semana hora empresa socio entrega pago renovación pueden
podrían adjunto quisiera necesitamos según
geburtsdatum reisepass personalausweis ausweis führerschein kennwort nr bitte gruß grüße wichtig dringend achtung betreff hinweis bemerkung ansprechpartner ansprechpartnerin straße hausnummer postleitzahl ort land
date naissance passeport permis objet remarque important urgent adresser prénom nom rue ville pays code postal identité envoyez livrez appelez écrivez contactez
fecha nacimiento nacido nacida pasaporte permiso código asunto nota importante urgente nombre apellido apellidos calle ciudad país documento identidad envíe envíen envíelo envíeme llame llámame escriba escríbame contacte móvil correo
passport driver drivers licence birth born name surname street country zip info note attention fax phone mobile website fwd re cc bcc subject dear sincerely cheers best
`
    .trim()
    .split(/\s+/)
);
