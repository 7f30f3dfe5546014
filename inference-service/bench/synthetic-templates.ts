/**
 * Sentences with slots, written for this project, from which bench/fit-privacy.ts learns to tag names and places.
 * {P} person, {F} given name, {L} family name, {O} organisation, {C} city or country, {A} address, {S} street; the small ones carry no label.
 */
export const lines = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('⏎', '\n'));

export const ENGLISH = lines(`
Hello, this is {P} from {O}.
Hi {F}, thanks for the quick answer.
Dear {F},⏎⏎please find the quote attached.⏎⏎Best regards,⏎{P}
Dear {H} {L}, we received your claim on {date}.
{H} {L} asked us to call back after lunch.
{H} {P} will attend the workshop in {C}.
Kind regards⏎{P}⏎{job}⏎{O}
Regards,⏎{F}
{P}, {job} at {O}, signed the order form.
The contact at {O} is {P}, reachable at {phone}.
Please ask {F} to send the figures to {email}.
{P} and {P} met {P} in {C} last week.
My name is {P} and I work for {O}.
I'm {F}, nice to meet you.
I am {P}, your new channel manager.
You can call me {F}.
Her name was {P}, his name is {P}.
What is your name? {P}
Whose account is this? {F}'s.
Agent: may I have your name please? Customer: {P}
Agent: And your surname? Customer: {L}
Can you confirm the first name? {F}
First name: {F}⏎Last name: {L}⏎Phone: {phone}
Name: {P}⏎Company: {O}⏎City: {C}
Full name: {P}; email: {email}; address: {A}
Contact: {P}⏎Address: {A}⏎Tel: {phone}
Account holder: {P}, IBAN {iban}
Cardholder {P}, card {card}, billing address {A}
{P}⏎{A}⏎{phone}
{P}⏎{O}⏎{A}
{O}⏎{A}
To:⏎{P}⏎{A}
Ship to: {P}, {A}
Our office is at {A}.
The parcel went to {A} instead of {A}.
We are moving to {A} in {month}.
I live at {A}, please update my record.
Please send the replacement to {A} as soon as possible.
My new address is {A}. Thanks!
The head office of {O} is located at {A}.
The address is {A}
Where do you live? {A}
Can you deliver to {A}?
Is {A} still your billing address?
Send it to {A} before noon.
Visit us at {S}, next to the station.
Turn left into {S} and then right into {S}.
There was an accident on {S} this morning.
She lives on {S} near the park.
He grew up on {S} in {C}.
The shop on {S} is closed.
They walked along {S} towards the river.
The warehouse is at {S} in {C}.
Let's meet at {S} at noon.
The new restaurant, on {S}, opens on {weekday}.
{O} is based in {C}.
{O} opened an office in {C} in {year}.
{O}, a reseller from {C}, registered the deal.
{O} and {O} announced a partnership.
{O}, {O} and {O} are on the short list.
Bidders in this round: {O}, {O} and {O}. We expect an answer on {weekday}.
References: {O}, {O}, {O}
Our largest customers are {O}, {O} and, since {year}, {O}.
{P} from {O} gives the first talk.
{P} of {O} and {P} of {O} share a panel in {C}.
The {O} branch moved to {A}.
The {O} account is managed by {F}.
The {O} office in {C} is closed on {weekday}.
We see {O} on {weekday}, {A}, second floor.
Let's have lunch at {O} before the demo.
{O} is a {N} company with {num} employees.
{O} is a family business from {C}.
{O} is one of the {N} brands I trust.
I'd like to work with {O} in {C} again.
He wants to help {O} with its {N}.
She read about the {N} in {O} and called us.
{O} bought {O} for {amount}.
{O} has acquired {O} in {year}.
{P} joined {O} as {job} in {year}.
{P} works at {O}.
{P} of {O} asked for a discount.
{P} left {O} to found {O}.
{P} has been with {O} since {year}.
{F} is the {job} of {O}.
{F} from {O} called about the renewal.
I work for {O} in {C}.
He used to work at {O} before {O} hired him.
The team at {O} was very helpful.
The staff of {O} refused to help.
The CEO of {O}, {P}, resigned.
The founder of {O} was born in {C}.
An invoice from {O} is overdue.
{O} sent us the wrong invoice.
{O}'s renewal is due on {date}.
{O} is looking for a partner.
{O} was founded by {P} in {year}.
The {O} museum is worth a visit.
The {O} team won the final.
{O} needs {num} licences for its plant in {C}.
The prospect {O} has budget approved.
End customer: {O}, {C}
Customer {O} wants a pilot with {num} users.
Competitor is {O}.
We lost the bid against {O}.
Employer: {O}
Thanks to {O} for sponsoring the event in {C}.
We flew from {C} to {C}.
I am travelling to {C} next month.
She moved from {C} to {C} when she was {age}.
I live in {C}.
I was born in {C} and raised in {C}.
Are you in {C} today?
The weather in {C} is terrible.
{C} is the capital of {C}.
{C} and {C} signed the agreement.
They opened branches in {C}, {C} and {C}.
The train to {C} leaves at {time}.
The best restaurants in {C} are near the port.
We spent the holidays in northern {C}.
People from {C} love it.
The flag of {C} is red and white.
Ship the goods to {C}.
{C}, {date}
Location: {C}
Place of birth: {C}
Country: {C}⏎Name: {P}
The history of {C} goes back to {year}.
Back in {C}, {F} had nothing to do.
The government of {C} said no.
I need a card that works in {C}.
Which bank do you use in {C}?
{F} said hello to {F}.
"{F} is late again," said {F}.
"I never liked it", {P} said.
"Where is it?" asked {F}.
{P} says the numbers are wrong.
{P} once said that music is everything.
According to {P}, sales doubled.
{P} wrote the song in {year}.
A poem by {P}.
"The Long Road" by {P}
The novel, written by {P}, was published in {year}.
The album was produced by {P} and {P}.
{P}'s new album is out now.
{P}'s guitar playing is brilliant.
{P}'s house was sold last year.
I love {P}'s voice.
The band with {F}, {F} and {F} split up.
{F}, {F}, {F} and {F} are in my class.
Singers like {P} and {P} are rare.
They are called {F} and {F}.
We named our daughter {F}.
He called his son {F}.
My brother {F} and my sister {F} live in {C}.
My wife {F} needs a second card.
My father, {P}, passed away.
My husband's name is {P}.
Her mother's maiden name was {L}.
The {L} family moved to {C}.
{L} was the first to arrive.
{L} and {L} agreed.
President {L} visited {C}.
Professor {L} teaches in {C}.
Judge {L} closed the case.
Doctor {L} will see you now.
Detective {L} found nothing.
Captain {L} gave the order.
{P} was arrested in {C}.
{P} is a {nat} writer who lives in {C}.
{P} is {age} years old.
{P} was born on {date} in {C}.
{P}, born {date}, passport {code}
{P} ({age}) from {C} won the race.
The {nat} actor {P} died in {year}.
Did you know {P}?
Have you met {P}?
Have you heard of {O}?
Who is {P}?
Is {F} there?
Where is {F}?
{F}, where are you?
{F}, could you check this for me?
Sorry {F}, I missed your call.
Thank you, {F}!
Thanks {F}
Hey {F}, are you coming to {C}?
No, {F}, that is not right.
OK {F}, let me check your account.
Good morning {H} {L}
Yours sincerely⏎{H} {P}
Best,⏎{P}⏎{phone}⏎{url}
Please change the name on my card from {P} to {P}.
Please add {P} to the account.
The account is in the name of {P}.
I want to transfer {amount} to {P}.
Send the money to {P}, account {iban}.
The cheque was made out to {P}.
I need to add my daughter {F} to the policy.
My colleague {P} ({email}) takes over.
Please remove {P} from the list.
The order was placed by {P} on {date}.
Ticket opened by {P}: the portal is slow.
cc {P}, {P}
From: {P} <{email}>⏎To: {P} <{email}>
Sent by {P} on {date}
Interview with {P}, {job}
{P}, {P} & {P}
Speaker: {P} ({O})
Presented by {P} of {O} in {C}.
In the end {F} gave up.
When {F} arrived, {F} had left.
Only {F} knew the answer.
Even {P} could not help.
Then {P} took the stage with {P}.
Just like {F}, I was wrong.
Both {P} and {P} played in {C}.
Thanks to {P} we won.
Meeting with {P} at {O} on {weekday}
Yesterday {P} visited our booth.
Last year {O} grew by 20 %.
Note that {O} is not involved.
I bought it at {O} in {C}.
I saw it on {O}.
Apply at {O} now.
I have an account with {O}.
A spokesman for {O} declined to comment.
Shares of {O} fell.
{O} hires {num} people in {C}.
Students of {O} protested in {C}.
She studied at {O}.
He plays for {O}.
The {O} building burned down.
The {O} website is down again.
The meeting takes place at {O}, {A}.
{O}, {A}
{P}, {A}
{P}⏎{job}⏎{O}⏎{phone}⏎{A}
{job}⏎{P}⏎{A}⏎{url}
{F} {L}⏎{S}⏎{C}
{O}⏎{S}⏎{C}
`);

/** Nothing to find. Capitals, numbers, titles and product names that are no names of people. */
export const ENGLISH_NONE = lines(`
Please reset my password, I cannot log in.
The portal shows an error when I upload the claim.
Can I raise my limit?
Where can I find the Partner Program Guide?
Our Sales Cloud rollout is delayed until the third quarter.
What is the exchange rate today?
Could you tell me the opening hours?
How do I block my card?
I lost my wallet.
Thanks a lot for your help!
Budget of {amount} approved for {year}.
We need {num} licences of the Enterprise Edition.
The customer wants Single Sign-On and Data Encryption.
Invoice {num} from {date} is not paid.
Call me at {phone}.
Write to {email} please.
My card {card} was declined at the ATM.
See {url} for details.
The meeting is on {weekday} at {time}.
I just want to say that this was the best concert of the year.
Never Gonna Stop is a great song.
The Lord of the Rings is a long book.
It was the Summer of Love.
Happy New Year to everyone!
Internal Use Only
Terms and Conditions apply.
Chapter Three: The Long Night
Read the Data Protection Act of {year}.
Section 12 of the Labour Law is clear.
The Supreme Court decided in {year}.
Every Monday Morning is hard.
Yes, that is correct.
No, I did not order this.
Ok, what do you need from me?
Why was I charged twice?
My dog ate my homework.
Job Title: Sales Executive⏎Salary: {amount}
Requirements: Java, Python and SQL; five years of experience.
Deal value: {amount}, close date {date}.
Competitor offers a lower price, but our Support is better.
The Quarterly Business Review is scheduled for {month}.
MDF Claim for the Trade Show, two invoices attached.
Renewal of Premium Support, {num} seats.
The Data Center Migration starts in {month}.
Channel Manager approved the Market Development Fund.
The CRM and the ERP must talk to each other.
Thank You for Your Order!
Please note the New Opening Hours.
It turns out that Winter is coming.
It's Saturday Night and I Feel Fine.
I think that Rock and Roll is dead.
There were {num} people, maybe more.
One, two, three, four.
Who are you? What do you want?
AND THIS IS VERY IMPORTANT
PLEASE CALL ME BACK
URGENT: SERVER DOWN
I'd like to open a Savings Account.
Mobile App crashes on Android and iPhone.
Does the Gold Tier include Training Credits?
Certification Exam is on {date}.
Security Review finished; the Penetration Test found nothing.
I turned {age} yesterday.
The manager should be a Certified Public Accountant.
Cash back is 2 % on Gas and Groceries.
We are a {nat} family.
{nat} food is great.
The zip code is {num}.
Error 404: Page Not Found
Apples, Oranges and Bananas
Love Me Tender was played again and again.
Looking forward to it. Cheers!
`);

export const GERMAN = lines(`
Guten Tag Frau {L}, vielen Dank für Ihre Nachricht.
Sehr geehrter Herr {L},⏎⏎anbei das Angebot.⏎⏎Mit freundlichen Grüßen⏎{P}
Hallo {F}, kannst du den Vertrag prüfen?
Mein Name ist {P} und ich arbeite bei {O}.
Ich heiße {F} und wohne in {C}.
Ansprechpartner ist {P}, Telefon {phone}.
Ansprechpartnerin: {P}⏎Firma: {O}⏎Ort: {C}
Herr {P} von {O} bittet um Rückruf.
Frau {L} hat die Rechnung am {date} erhalten.
Unser Büro befindet sich in der {S}.
Die Lieferung geht an {A}.
Bitte schicken Sie die Ware an {P}, {A}.
Ich bin umgezogen, meine neue Adresse lautet {A}.
Rechnungsanschrift: {O}, {A}
{P}⏎{A}
{O}⏎{A}⏎Telefon {phone}
{P} aus {C} ist neue Leiterin des Vertriebs bei {O}.
Der Kunde {O} hat seinen Sitz in {C}.
{O}, {O} und {O} sind in der engeren Auswahl.
{P} von {O} hält den ersten Vortrag.
{O} ist ein Familienbetrieb aus {C}.
Das Büro von {O} ist am {weekday} geschlossen.
{O} plant eine Einführung mit {num} Arbeitsplätzen in {C}.
Wir haben gegen {O} verloren.
Der Geschäftsführer von {O}, {P}, hat unterschrieben.
Mit {P} habe ich gestern telefoniert.
Laut {P} ist das Budget freigegeben.
Die Firma {O} hat uns beauftragt.
Die Messe in {C} findet im {month} statt.
Wir fahren von {C} nach {C}.
{P}, geboren am {date} in {C}
Kontoinhaber: {P}, IBAN {iban}
Bitte {F} in Kopie nehmen.
Viele Grüße⏎{F}
Gruß {F}
{F} und {F} kommen am {weekday} nach {C}.
Kollege {L} übernimmt den Fall.
Dr. {P} leitet das Projekt.
Familie {L} wohnt in der {S}.
Endkunde ist {O}, {C}.
{O} und {O} arbeiten zusammen.
`);
export const GERMAN_NONE = lines(`
Der Kunde hat das Budget für das nächste Jahr freigegeben.
Die Rechnung vom {date} wurde noch nicht bezahlt.
Bitte setzen Sie mein Passwort zurück.
Das Portal zeigt beim Hochladen der Belege einen Fehler.
Wir benötigen {num} Lizenzen der Enterprise Edition.
Die Schulung für den Vertrieb findet am {weekday} statt.
Der Wettbewerber bietet einen niedrigeren Preis an.
Auftragswert {amount}, Abschluss im {month}.
Die Sicherheit der Daten ist für den Auftraggeber entscheidend.
Anbei die Belege zur Messe mit Rechnung und Fotos.
Können Sie die Frist um zwei Wochen verlängern?
Die Anbindung an das Warenwirtschaftssystem fehlt.
Einführung einer Plattform für Kundendienst und Wartung.
Vielen Dank für die schnelle Hilfe!
Der Einkauf verlangt einen Nachlass von zehn Prozent.
Mit der Migration des Rechenzentrums beginnen wir im {month}.
Guten Tag, die Anmeldung funktioniert seit Montag nicht mehr.
Für den Antrag fehlt noch der Nachweis der Zertifizierung.
Unsere Partnerstufe wurde nicht aktualisiert.
Bitte um Rückmeldung bis Freitag.
`);

export const FRENCH = lines(`
Bonjour Madame {L}, merci pour votre message.
Cher Monsieur {L},⏎⏎voici le devis.⏎⏎Cordialement,⏎{P}
Salut {F}, peux-tu vérifier le contrat ?
Je m'appelle {P} et je travaille chez {O}.
Je suis {P} de la société {O}.
Notre contact est {P}, joignable au {phone}.
Interlocuteur : {P}⏎Société : {O}⏎Ville : {C}
M. {L} a signé le bon de commande.
Mme {P} a reçu la facture le {date}.
Nos bureaux se trouvent {S} à {C}.
Livrez la marchandise à {P}, {A}.
J'ai déménagé, ma nouvelle adresse est {A}.
Adresse de facturation : {O}, {A}
{P}⏎{A}
{O}⏎{A}⏎Tél. {phone}
{P} de {C} dirige les ventes de {O}.
Le client {O} est basé à {C}.
{O}, {O} et {O} sont encore en lice.
{P} de {O} ouvre la conférence.
{O} est une entreprise familiale de {C}.
{O} prévoit {num} postes à {C}.
Nous avons perdu contre {O}.
Le directeur de {O}, {P}, a donné son accord.
Selon {P}, le budget est validé.
L'entreprise {O} nous a confié le projet.
Le salon de {C} a lieu en {month}.
Nous voyageons de {C} à {C}.
{P}, née le {date} à {C}
Titulaire du compte : {P}, IBAN {iban}
Cordialement⏎{F} {L}
Merci {F}
{F} et {F} viennent {weekday} à {C}.
Le docteur {L} dirige le projet.
La famille {L} habite {S}.
Client final : {O}, {C}.
{O} et {O} travaillent ensemble.
L'équipe de {F} est en retard.
`);
export const FRENCH_NONE = lines(`
Le client a validé le budget pour l'année prochaine.
La facture du {date} n'est pas encore payée.
Merci de réinitialiser mon mot de passe.
Le portail affiche une erreur lors du dépôt des justificatifs.
Il nous faut {num} licences de l'édition Entreprise.
La formation commerciale aura lieu {weekday}.
Le concurrent propose un prix plus bas.
Montant de l'affaire : {amount}, signature en {month}.
Pouvez-vous prolonger le délai de deux semaines ?
Bonjour, la connexion ne fonctionne plus depuis lundi.
Vous trouverez ci-joint les factures du salon.
Je souhaite connaître le statut de notre demande de remboursement.
Notre niveau de partenaire n'a pas été mis à jour.
Les achats demandent une remise de dix pour cent.
Nous commençons la migration du Centre de Données en {month}.
`);

export const SPANISH = lines(`
Buenos días, señora {L}, gracias por su mensaje.
Estimado señor {L}:⏎⏎adjunto la oferta.⏎⏎Un saludo,⏎{P}
Hola {F}, ¿puedes revisar el contrato?
Me llamo {P} y trabajo en {O}.
Soy {P} de la empresa {O}.
Nuestro contacto es {P}, teléfono {phone}.
Contacto: {P}⏎Empresa: {O}⏎Ciudad: {C}
El Sr. {L} ha firmado el pedido.
La Sra. {P} recibió la factura el {date}.
Nuestra oficina está en {S} de {C}.
Envíen la mercancía a {P}, {A}.
Me he mudado, mi nueva dirección es {A}.
Dirección de facturación: {O}, {A}
{P}⏎{A}
{O}⏎{A}⏎Tel. {phone}
{P} de {C} dirige las ventas de {O}.
El cliente {O} tiene su sede en {C}.
{O}, {O} y {O} siguen en la lista.
{P} de {O} abre la conferencia.
{O} es una empresa familiar de {C}.
{O} prevé {num} puestos en {C}.
Hemos perdido contra {O}.
El director de {O}, {P}, ha dado el visto bueno.
Según {P}, el presupuesto está aprobado.
La feria de {C} se celebra en {month}.
Viajamos de {C} a {C}.
{P}, nacida el {date} en {C}
Titular de la cuenta: {P}, IBAN {iban}
Atentamente⏎{F} {L}
Gracias, {F}
{F} y {F} vienen el {weekday} a {C}.
La doctora {L} dirige el proyecto.
La familia {L} vive en {S}.
Cliente final: {O}, {C}.
{O} y {O} colaboran.
`);
export const SPANISH_NONE = lines(`
El cliente ha aprobado el presupuesto para el próximo año.
La factura del {date} todavía no está pagada.
Por favor, restablezcan mi contraseña.
El portal muestra un error al subir los justificantes.
Necesitamos {num} licencias de la edición Empresarial.
La formación comercial será el {weekday}.
El competidor ofrece un precio más bajo.
Importe de la operación: {amount}, cierre en {month}.
¿Pueden ampliar el plazo dos semanas?
Hola, no puedo entrar desde el lunes.
Adjunto las facturas de la feria.
Quisiera saber el estado de nuestra solicitud de reembolso.
Nuestro nivel de socio no se ha actualizado.
Compras pide un descuento del diez por ciento.
Empezamos la migración del Centro de Datos en {month}.
`);

/** Names without a helpful word before them, addresses in lists and quoted mails, companies that could be anything. */
export const ENGLISH_HARD = lines(`
{P}⏎⏎{job}⏎⏎{W} {W}:⏎Phone:⏎{phone}⏎⏎{W}:⏎{email}⏎⏎Address:⏎{A}.
{P}⏎{job}⏎{W}: {phone}⏎{W}: {email}
{P}⏎{O}⏎{S}⏎{C}
{P}⏎{O}⏎{A}
{O} is a {N} agency in {C}.
{O} is the name of the {N}.
{O} sells {N} and {N}.
{O} makes {N} for {N}.
{F} spent {num} years at {O} as {job}.
{W} at {O} and {O} is easy.
Ask for {O} at the {N}.
Have you tried {O}?
Pay with {O} or with your {N}.
The {N} was built by {O} in {year}.
The address of {O} is {A}
Return it to {A} if you find a {N}.
{F}, can I ask you a {N}?
"{W} {W} {W}" is the best {N} on it.
My favourite {N} is "{W} {W}" by {P}.
{W} {W} ({year})
{W} {W}: {W} {W}
{W} the {W} and the {W}
{num}... {num}... {N}!
{N} is an {nat} word.
{F} is very kind.
{F} is tired.
{F} was angry about the {N}.
{F} has left already.
{F} can do it.
{F} will never know.
{F} and I went home.
{F} or {F}?
{F}, can I ask you something?
{F}, do you have a minute?
{F}, please call me.
{F}! Come here!
{F}: where are you?⏎{F}: at home
{F}: "I am {F}'s brother."
{F}: hi {F}⏎{F}: hi
{F} began to paint as a child, selling her first picture in {year} while living in {C}.
{L} began his career at {O} in {C}.
{L} was reliable, {L} was not.
{L} and {L} were neighbours.
{L} and {L} wrote the music.
{L} is a good {N}.
{L}, {L} and {L} voted against it.
{P}, {P}, and {P} were there.
The list has {P} on it, but not {P}.
My grandmother was called {P} and my grandfather {P}.
I have two cats called {F} and {F}.
A {P} concert costs {amount}.
We went to a {P} show in {C}.
{P} tickets are sold out.
We need to add {P} as a beneficiary.
I would like {P} to be removed.
{H} {P} {A}
{P} {A}
Name:    {P}⏎Address:     {A}
name: {P}, street: {S}, city: {C}
> {P}⏎> {O}⏎> {S}⏎> {C}
* {P}⏎* {S}⏎* {C}
-- {P}⏎-- {O}⏎-- {C}
| {P} | {S} | {C} |
{P}⏎{S}⏎{C}⏎{C}
{job}⏎{P}⏎{O}⏎{A}
{P}⏎{job}⏎{O}⏎{A}
{O}⏎⏎{A}
{F} is from {O}.
{F} from {O} is the main speaker.
{O} is a law firm based in {C}.
{O} is a charity in {C}.
{O} is a company that invites artists from {C}.
In its third year in {C}, {O} keeps growing.
Looking forward to supporting {O} in {C} in its growth.
I would love to join {O} in {C}.
The address of {O} is {A}.
The {O} office is at {A}.
The {O} building is near {S}.
Known rivals: {L}, {L} and {L}, {O} and {O}.
{C}: {O}, {O} and {O}.
The home town of the singer, {C}, has no cinema.
I travelled from {C} to {C} and on to {C}.
Club events take place in {C} and {C}.
The driver stopped at {S}.
Go to the corner of {S} and {S}.
Update my first and second address to: {A}
The letter went to {A} last night.
Return it to {A} in case it does not fit.
It came in at number #{age} on the list of the {num} best {N}.
A 401(k) or a 529 plan is a {N}.
Top {age} {N} of {year}
See you in {C}, {F}!
`);

/** Everyday prose: people in stories, songs, news and chats, and the small words around them. */
export const ENGLISH_PROSE = lines(`
When I was young, {F} and I used to fish in the river.
He gave {F} a book and never saw her again.
I told {F} that the car was broken.
They asked {P} about the murder, but he kept silent.
The police in {C} are looking for {P}.
{P} was found guilty and has to pay a fine.
{P} was sentenced to ten years in prison.
The wife of {P} filed for divorce.
The daughter of {P} is a {job}.
The film stars {P} as a tired soldier.
{P} plays the drums, {P} sings.
One of my favourite songs is by {P}; it reminds me of {C}.
The guitarist, {P}, left the band in {year}.
{P} grew up in a small village in {C}.
The song is about {F}, who loses everything in {C}.
Fans of {P} waited for hours in the rain.
{P} wins the award for the second time.
{P} to visit {C} in {month}
{P} says goodbye after twenty years
{O} to cut jobs in {C}
{O} says profit will fall
{O} sued by former employee
{C} bans plastic bags
Why {P} will never come back
How {O} lost its way
What {P} taught me about money
There is nobody like {F}.
Nobody but {F} knew about it.
Tell {F} I said hi.
Ask {F}, not me.
Did {F} call you?
Has {P} paid the bill?
Will {F} be at the party?
Is {C} far from here?
Was {P} really born in {C}?
Does {O} pay well?
Do you work for {O}?
Can {F} use my account?
Could {P} sign instead of me?
My friend {F} lost his wallet in {C}.
My son {F} turned {age} last week.
My boss, {P}, is on holiday in {C}.
Our teacher {H} {L} is ill.
The neighbours, {F} and {F}, sold their house on {S}.
She married {P} in {C} and took the name {L}.
He changed his name from {P} to {P}.
They said {F} and {F} had left for {C}.
I met {P} while working at {O}.
I spent two years at {O} as the assistant of {P}.
After five years with {O}, {F} went to {O}.
{F} spent the summer in {C} and the winter in {C}.
{F} started at {O}, which was later sold to {O}.
{O} later became {O}.
{F} is from {C}, {F} from {C}.
{P} is from {O} and speaks tomorrow.
{F} is not from around here.
{P} – {job} – {O}
{P} | {O} | {C}
{P} ({O}), {P} ({O})
Guests: {P}, {P}, {P}
1. {P}⏎2. {P}⏎3. {P}
- {P}⏎- {P}
Winner: {P}
Patient: {P}⏎Date: {date}⏎Doctor: {H} {L}
Tenant: {P}, {A}
Witness: {P}
Author: {P}⏎Title: The Long Way Home
Driver {P} had an accident on {S}.
User {F} wrote: this does not work.
Reported by {F} on {weekday}
Who does {F} think he is?
As {P} puts it, less is more.
As far as {F} knows, nothing happened.
Like {P} before him, {P} failed.
Not even {F} believed it.
Well, {F}, that was close!
Come on, {F}!
Don't cry, {F}.
Listen, {F}: we need to talk.
Goodbye {F}
I love you, {F}!
Happy birthday {F}!
Dear {P}, we regret to inform you.
From {C} with love
Greetings from {C}!
Somewhere in {C} there is a house by the sea.
All the way from {C} to {C} he said nothing.
Southern {C} has mild winters.
The north of {C} is cold.
The people of {C} voted against it.
We returned to {C} by boat.
We left {C} at dawn and drove to {C}.
Flights to {C} are expensive in {month}.
The university in {C} is old.
Living in {C} is cheap.
{C} has a new mayor, {P}.
In {C}, people eat late.
In {C} and {C}, shops close early.
I am {nat}, but my parents are from {C}.
He is a {nat} citizen living in {C}.
She speaks fluent {nat}.
A {nat} restaurant opened near the office.
There is a {nat} place around the corner.
Two {nat} tourists were hurt near {C}.
The {nat} government met {P}.
{O} is a consulting firm with offices in {C}.
{O} is an agency that builds websites.
{O} has been my employer for years.
{O} provides training for nurses.
{O} wants to hire a {job}.
At {O} we believe in people.
Here at {O}, every customer counts.
Welcome to {O}!
Welcome to {C}!
Join us at {O} on {date}.
The job is at {O} in {C}.
I left my umbrella at {O}.
Let us meet at {O} and then walk to {A}.
We will see each other at {O}, {A}, at {time}.
The party is at {A}.
Come to {A} tomorrow.
It happened at {A}.
It is in {A}
The address? {A}
Here is the address of {P}:⏎⏎{A}
Here is my address:⏎{A}
Please drop the keys at {A} if nobody is home.
Please mail the documents to {A} and let me know.
I have moved to {A}. Can you change it?
Could you change my address to {A}?
Is it possible to ship a card to {A} while I am in {C}?
The warehouse at {A} was flooded.
Traffic is slow on {S} because of works.
The parade goes down {S}.
A man lives on the south side of {S}.
Cross {S} at the lights.
Parking is forbidden in {S} on {weekday}.
A house on {S} costs {amount}.
The house at {A} costs {amount}.
`);
export const ENGLISH_PLAIN = lines(`
It was a dark night and nobody dared to leave the house.
The best part of the song is the chorus; the rest is boring.
I have never seen such a beautiful sunset in my life.
Music is the answer to everything, at least on a Friday night.
The court said that race, religion, sex and origin must not matter.
You can pay by card or cash at the entrance.
Cool, thanks! See you later.
Don't worry, it's fine.
Haven't you heard? The show was cancelled.
I can't find my keys.
Wow, what a game!
So what? Nobody cares.
Let's go home.
Money, Money, Money
Stairs to the Sky
Dancing in the Rain was number one for weeks.
"Rolling down the River" is on the list.
The Civil Code was changed in {year}.
Article Five of the Treaty protects the right to privacy.
Title and registration are missing.
The Ministry of Health published new rules.
The weekly magazine listed the top ten albums.
You will be responsible for the daily care of horses and dogs.
Duties include cleaning, cooking and shopping.
We offer a competitive salary, health insurance and paid leave.
The last Sunday before Christmas is always busy.
On New Year's Eve the office is closed.
Labour Day is a public holiday.
Black Friday starts on Thursday.
Three, two, one, go!
Blah blah blah
Rock music is not dead.
Winter is over; spring is here.
The bridge over the river was closed for repair.
What is the limit of my credit card?
Is my online banking blocked?
When is the bill due?
My e-mail is {email}.
Send an e-mail to {email} in case of an issue.
Please return the form in case of a problem.
Card number {card}, expiry date soon.
Bot: How can I help you? User: I need a new pin.
Could you please send me the statement on my e-mail?
I withdrew cash at an ATM but got nothing.
The App says Invalid Token.
Mobile phones must be turned off.
The economy is getting worse.
Some say love is blind, others say it is deaf.
Everybody knows the war is over.
Please hold the line.
First come, first served
Do not touch the glass.
Open from {time} to {time}
I turn {age} this year.
He is {age} years old and still works.
She was born on {date}.
My password does not work any more.
That is what she said.
`);

/** Sentences around nouns ({N}, as the language writes them; {W} starts a sentence), in which nobody is named. */
export const NOUNS_EN = lines(`
{W} with {num} {N} and {N} needs a new {N}.
{W} wants {N} for its {N}.
{W} for {N} is late.
{W} {N} and {N} are missing.
{W} of {num} {N} looks for {N}.
{W} in the {N} sector, {num} {N}, wants to buy.
{W} does not work since the {N}.
{W} is open, {N} is closed.
{W} {N} asks for {N}.
{W}-based {N} and {W}-ready {N}
The {N} sent {N} to the {N}.
We spoke about {N}, {N} and {N}.
{W}, then {N}.
{W}: {N}
{W}!
Is {N} part of the {N}?
- {W}⏎- {W}⏎- {W}
{W} {W} {W}
Second {N}, third {N}: {W}
`);
export const NOUNS_DE = lines(`
{W} mit {num} {N} sucht {N} für {N}.
{W} braucht {N} und {N}.
Die {N} für den {N} fehlt noch.
Der {N} möchte die {N} ab {month} nutzen.
Das {N} zeigt keine {N} an.
Nach der {N} kommt die {N}, dann der {N}.
Bitte prüfen Sie {N}, {N} und {N}.
{W} {N}, {N} läuft bis Monatsende.
Wir benötigen {num} {N} in der {N}.
Gibt es eine {N} ohne {N}?
Können wir den {N} auf {weekday} verschieben?
Wurde die {N} genehmigt?
Vergessen Sie nicht die {N}.
Ein {N} scannt die {N} und sieht die letzten {N}.
Unsere {N} hat sich geändert.
Mit der {N} sind wir zufrieden, die {N} dauert zu lange.
{W} und {N} sind in der {N}.
Lange {N}, mindestens neun {N}.
Zweite {N} der {N}: {num} {N}.
{W} statt {N}
Kurze {N} zur {N}: {N} fehlt.
Am {weekday} ist {N}, im {month} {N}.
Seit der {N} geht die {N} nicht.
`);
export const NOUNS_FR = lines(`
{W} de {num} {N}, {N} et {N} à prévoir.
{W} pour les {N}, {N} compris.
Le {N} demande une {N} pour la {N}.
Les {N} du {N} sont en retard.
{W} avec {N}, démarrage en {month}.
Combien de {N} pour le {N} ?
Deux {N} et trois {N} manquent.
Existe-t-il une {N} sans {N} ?
Notre {N} a changé de {N}.
Même {N}, autre {N}.
Au {N}, la {N} est fermée.
Depuis la {N}, le {N} ne marche plus.
Petit {N} pour la {N}.
Lequel des {N} faut-il joindre ?
L'{N} et la {N} sont validées.
`);
export const NOUNS_ES = lines(`
{W} de {num} {N}, {N} y {N}.
{W} para los {N}, con {N}.
El {N} pide una {N} para la {N}.
Los {N} del {N} llegan tarde.
{W} con {N}, arranque en {month}.
¿Cuánto {N} hay para la {N}?
Dos {N} y tres {N} faltan.
¿Hay una {N} sin {N}?
Nuestro {N} ha cambiado de {N}.
Mismo {N}, otra {N}.
En la {N} no hay {N}.
Desde la {N} no funciona el {N}.
Al abrir el {N} aparece una {N}.
Esta es la {N} de {N}.
¿Está lista la {N}?
Hay que enviar la {N}.
`);
const words = (text: string): string[] => text.trim().split(/\s+/);
export const NOUNS: Record<'en' | 'de' | 'fr' | 'es', string[]> = {
  en: words(`
manufacturer producer wholesaler distributor trader builder operator airline airport harbour railway brewery dairy farm vineyard hotel chain clinic pharmacy laboratory school college kindergarten library museum
theatre cinema gallery stadium club charity foundation ministry authority council municipality parliament court prison embassy army navy forestry fishery mining quarry refinery pipeline grid turbine battery
solar wind steel aluminium copper timber paper plastic rubber glass cement chemicals paint textiles leather shoes furniture toys cosmetics jewellery bicycles tractors trucks trailers containers cranes pumps valves
sensors robots drones cameras printers scanners tablets laptops servers routers switches firewalls antennas cables licences modules templates dashboards reports forms fields filters folders attachments screenshots logs
errors tickets alerts notifications passwords tokens backups migrations upgrades pilots rollouts workshops trainings exams certificates badges seminars fairs booths banners flyers brochures giveaways sponsorships invoices
receipts refunds discounts margins rebates commissions quotas forecasts pipelines leads prospects renewals upsells contracts tenders bids offers deadlines milestones budgets approvals signatures audits breaches
mechanics cooks drivers guards cleaners gardeners painters farmers pilots soldiers singers dancers drummers bakers butchers tailors plumbers electricians carpenters miners sailors fishermen hunters voters citizens tourists
anger joy fear hope pride shame peace war love hate silence thunder lightning snow fog dust smoke fire ashes gold iron stone sand mud grass leaves roots wings feathers bones teeth blood sugar salt pepper butter bread cheese wine beer coffee
`),
  de: words(`
Maschinenbauer Großhändler Händler Hersteller Betreiber Anbieter Lieferant Spediteur Bauträger Handwerker Landwirt Winzer Brauer Bäcker Metzger Tischler Klempner Elektriker Gärtner Fahrer Pfleger Ärzte Schüler Lehrer Anwender
Kunde Kundin Kollege Kollegin Mitarbeiter Leiter Leiterin Inhaber Vorstand Einkauf Vertrieb Buchhaltung Personalabteilung Rechtsabteilung Geschäftsführung Verwaltung Behörde Gemeinde Landkreis Ministerium Klinik Krankenhaus
Apotheke Praxis Labor Schule Hochschule Bibliothek Theater Museum Verein Genossenschaft Stiftung Sparkasse Kasse Filiale Niederlassung Zentrale Standort Gebäude Lager Werkstatt Baustelle Halle Produktion Fertigung Montage
Wartung Reparatur Lieferung Bestellung Rechnung Mahnung Zahlung Überweisung Gutschrift Erstattung Rabatt Nachlass Preisliste Angebot Auftrag Vertrag Laufzeit Kündigung Verlängerung Ausschreibung Vergabe Zuschlag Frist Termin
Besprechung Schulung Prüfung Zertifikat Urkunde Nachweis Beleg Unterlage Formular Feld Knopf Maske Liste Tabelle Auswertung Bericht Kennzahl Umsatz Gewinn Verlust Kosten Aufwand Budget Haushalt Quartal Monat Jahr Woche
Stunde Minute Datum Zeitraum Beginn Ende Start Einführung Umstellung Anbindung Schnittstelle Datenbank Rechenzentrum Netzwerk Drucker Bildschirm Tastatur Telefon Handy Rechner Server Anmeldung Abmeldung Sitzung Kennwort
Benachrichtigung Nachricht Anhang Datei Ordner Sicherung Störung Ausfall Fehler Ursache Lösung Anfrage Antwort Rückfrage Beschwerde Reklamation Garantie Gewährleistung Haftung Datenschutz Sicherheit Verschlüsselung Angriff
Schadsoftware Betrug Verdacht Ermittlung Messe Stand Einladung Teilnehmer Vortrag Kampagne Anzeige Werbung Zeitung Plakat Farbe Zeichen Entwurf Fassung Anleitung Leitfaden Handbuch Regel Vorschrift Gesetz Verordnung Pflicht
Recht Steuer Gebühr Abgabe Strom Gas Wasser Wärme Heizung Kälte Energie Anlage Pumpe Ventil Motor Getriebe Schraube Werkzeug Messer Blech Stahl Holz Papier Kunststoff Glas Beton Farbe Lack Chemikalie Gefahrstoff Abfall
Umwelt Natur Garten Baum Blume Tier Hund Katze Pferd Vogel Fisch Brot Milch Käse Fleisch Gemüse Obst Wein Bier Kaffee Zucker Haus Wohnung Zimmer Küche Tür Fenster Dach Keller Treppe Straße Weg Platz Brücke Bahnhof Flughafen Hafen
Auto Lastwagen Fuhrpark Fahrrad Zug Schiff Reise Urlaub Gesundheit Krankheit Freiheit Gemeinschaft Wirtschaft Wissenschaft Gesellschaft Möglichkeit Schwierigkeit Zufriedenheit Erfahrung Entscheidung Bewertung Meinung Hoffnung
Freude Angst Ärger Glück Leben Tod Liebe Krieg Frieden Musik Lied Spiel Rolle Geschichte Buch Bild Arbeitsplätze Stellen Lizenzen Geräte Artikel Posten Stück Prozent Euro Megabyte Anhänge Zahlen Farben Beispiele Beispieldaten
`),
  fr: words(`
fabricant distributeur grossiste éditeur courtier assureur banque mairie hôpital clinique pharmacie école université théâtre musée association coopérative agence usine entrepôt magasin chantier bureau service équipe direction
achats comptabilité ressources ventes salarié collègue agent technicien livreur chauffeur client fournisseur revendeur partenaire logiciel licence poste module rapport tableau facture devis avoir remise prix budget contrat avenant
échéance délai réunion formation examen certificat justificatif document formulaire champ bouton fichier dossier message courriel notification sauvegarde panne erreur cause solution demande réponse réclamation garantie sécurité
attaque fraude enquête salon stand invitation participant campagne publicité affiche règle loi taxe énergie électricité eau gaz moteur pompe outil acier bois papier verre peinture déchet jardin arbre chien chat pain lait fromage vin
maison appartement porte fenêtre toit rue pont gare voiture camion vélo train voyage santé maladie liberté expérience décision avis espoir joie peur vie mort amour guerre paix musique chanson jeu histoire livre image suite chaîne groupe
société cabinet syndicat fédération renouvellement déploiement migration livraison commande expédition installation maintenance réparation messagerie planification gestion surveillance
`),
  es: words(`
fabricante distribuidor mayorista editorial corredor asegurador banco ayuntamiento hospital clínica farmacia escuela universidad teatro museo asociación cooperativa agencia planta almacén tienda obra oficina servicio equipo dirección
compras contabilidad recursos ventas empleado compañera agente técnico repartidor conductor cliente proveedor revendedor socio programa licencia puesto módulo informe tabla factura presupuesto abono descuento precio contrato anexo
vencimiento plazo reunión formación examen certificado justificante documento formulario campo botón archivo carpeta mensaje correo aviso copia avería error causa solución solicitud respuesta queja garantía seguridad ataque fraude
investigación feria puesto invitación participante campaña publicidad cartel regla ley impuesto energía electricidad agua gas motor bomba herramienta acero madera papel vidrio pintura residuo jardín árbol perro gato pan leche queso vino
casa piso puerta ventana techo calle puente estación coche camión bicicleta tren viaje salud enfermedad libertad experiencia decisión opinión esperanza alegría miedo vida muerte amor guerra paz música canción juego historia libro imagen
cadena grupo correduría estudio sindicato federación renovación despliegue migración entrega pedido envío instalación mantenimiento reparación mensajería planificación gestión vigilancia continuación segunda primera ciclo
`)
};
