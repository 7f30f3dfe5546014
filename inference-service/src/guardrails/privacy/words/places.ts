/** Places, street words and nationalities. Country names come from the runtime's own locale data. */
const list = (text: string): string[] => text.trim().split(/\s*[,\n]\s*/);

export const CITIES =
  list(`London, Manchester, Birmingham, Leeds, Glasgow, Edinburgh, Liverpool, Bristol, Cardiff, Belfast, Dublin, Cork, Galway, Oxford, Cambridge
New York, Los Angeles, Chicago, Houston, Phoenix, Philadelphia, San Antonio, San Diego, Dallas, Austin, San Jose, Jacksonville, Columbus
San Francisco, Seattle, Denver, Boston, Nashville, Detroit, Portland, Las Vegas, Memphis, Baltimore, Milwaukee, Atlanta, Miami, Minneapolis
Cleveland, New Orleans, Tampa, Pittsburgh, Cincinnati, Orlando, Toronto, Montreal, Montréal, Vancouver, Calgary, Ottawa, Edmonton, Winnipeg
Québec, Halifax, Sydney, Melbourne, Brisbane, Perth, Adelaide, Auckland, Wellington, Berlin, Hamburg, München, Munich, Köln, Cologne
Frankfurt, Stuttgart, Düsseldorf, Dortmund, Essen, Leipzig, Bremen, Dresden, Hannover, Hanover, Nürnberg, Nuremberg, Duisburg, Bochum, Bonn
Münster, Karlsruhe, Mannheim, Augsburg, Kiel, Freiburg, Mainz, Rostock, Kassel, Wien, Vienna, Graz, Linz, Salzburg, Innsbruck, Zürich, Zurich
Genf, Genève, Geneva, Basel, Bern, Lausanne, Luzern, Paris, Marseille, Lyon, Toulouse, Nice, Nantes, Strasbourg, Montpellier, Bordeaux, Lille
Rennes, Reims, Le Havre, Grenoble, Dijon, Angers, Nîmes, Brest, Tours, Limoges, Amiens, Metz, Besançon, Rouen, Madrid, Barcelona, Valencia
Sevilla, Seville, Zaragoza, Málaga, Murcia, Palma, Bilbao, Alicante, Córdoba, Valladolid, Vigo, Gijón, Granada, Vitoria, La Coruña, Pamplona
San Sebastián, Santander, Ciudad de México, Guadalajara, Monterrey, Puebla, Bogotá, Medellín, Cali, Lima, Santiago, Buenos Aires, Rosario
Montevideo, Quito, Caracas, La Paz, Asunción, São Paulo, Rio de Janeiro, Brasília, Lisboa, Lisbon, Porto, Roma, Rome, Milano, Milan, Napoli
Naples, Torino, Turin, Palermo, Genova, Bologna, Firenze, Florence, Venezia, Venice, Verona, Amsterdam, Rotterdam, Den Haag, Utrecht
Eindhoven, Brussels, Bruxelles, Antwerp, Gent, Luxembourg, Copenhagen, København, Aarhus, Stockholm, Göteborg, Gothenburg, Malmö, Uppsala
Oslo, Bergen, Trondheim, Helsinki, Tampere, Turku, Reykjavík, Warsaw, Warszawa, Kraków, Gdańsk, Wrocław, Poznań, Prague, Praha, Brno
Bratislava, Budapest, Debrecen, Bucharest, Cluj, Sofia, Plovdiv, Belgrade, Zagreb, Split, Ljubljana, Sarajevo, Athens, Thessaloniki, Istanbul
Ankara, Izmir, Kyiv, Lviv, Moscow, Saint Petersburg, Minsk, Riga, Vilnius, Tallinn, Tunis, Algiers, Casablanca, Rabat, Cairo, Alexandria
Lagos, Abuja, Accra, Nairobi, Kampala, Addis Ababa, Johannesburg, Cape Town, Durban, Pretoria, Harare, Dakar, Abidjan, Tel Aviv, Jerusalem
Beirut, Amman, Damascus, Baghdad, Tehran, Dubai, Abu Dhabi, Doha, Riyadh, Jeddah, Karachi, Lahore, Delhi, New Delhi, Mumbai, Bangalore
Chennai, Kolkata, Hyderabad, Pune, Dhaka, Colombo, Kathmandu, Bangkok, Hanoi, Singapore, Kuala Lumpur, Jakarta, Manila, Hong Kong, Taipei
Beijing, Shanghai, Shenzhen, Guangzhou, Chengdu, Seoul, Busan, Tokyo, Osaka, Kyoto, Nagoya, Yokohama, Sapporo
California, Texas, Florida, Ohio, Illinois, Pennsylvania, Georgia, Michigan, Virginia, Washington, Arizona, Massachusetts, Tennessee, Indiana
Missouri, Maryland, Wisconsin, Colorado, Minnesota, Alabama, Louisiana, Kentucky, Oregon, Oklahoma, Connecticut, Utah, Iowa, Nevada, Arkansas
Kansas, New Mexico, Nebraska, Idaho, Hawaii, Maine, Montana, Delaware, Alaska, Vermont, Wyoming, Ontario, Alberta, Manitoba, Bayern, Bavaria
Sachsen, Hessen, Bretagne, Normandie, Provence, Cataluña, Catalonia, Andalucía, Galicia, Scotland, Wales, England, Europe, Asia, Africa`);

/** Words that make a street of the words beside them. */
export const STREET_WORDS = new Set(
  list(`street, st, road, rd, avenue, ave, av, lane, ln, drive, dr, boulevard, blvd, court, ct, square, squares, sq, place, pl, terrace, way, close, crescent
parkway, pkwy, highway, hwy, alley, trail, circle, row, walk, mews, gardens, grove, hill, quay, straße, strasse, str, allee, platz, weg, gasse
ring, damm, ufer, steig, rue, impasse, chemin, allée, quai, cours, route, faubourg, place, passage, calle, c, avenida, avda, plaza, paseo, camino, carrera
ronda, travesía, glorieta, carretera, via, viale, piazza, corso, vicolo, rua, praça, travessa, largo, straat, laan, plein, gracht, kade, vej, gade, gata, gatan, vägen
veien, gate, katu, tie, utca, u, út, tér, ulica, ul, aleja, náměstí, třída, bulevar, sokak, caddesi, streets, roads, avenues, courts, drives, lanes, bypass, turnpike, loop, route, gateway, throughway, motorway, freeway, expressway, skyway, junction, crossing, bend, cove, creek, ridge, knoll, knolls, meadow
meadows, mount, mountain, point, points, pike, plains, ramp, run, spur, track, trafficway, trace, trail, tunnel, underpass, overpass, viaduct, vista, view, walks, wharf, heights, hollow, inlet, isle, landing, manor, orchard
path, pass, passage, path, estate, estates, extension, falls, ferry, fork, forges, glen, green, harbor, haven, parks, station, stream, summit, terrasse, kapu, trg, cesta, piața, strada, calea, naam, gränd, stræde, allé`)
);

/** Endings by which a single word names a street. */
export const STREET_ENDINGS =
  /(?:stra(?:ß|ss)e|str|weg|platz|gasse|allee|damm|ring|ufer|steig|straat|laan|plein|gracht|dijk|vej|gade|gatan|gata|vägen|väg|veien|vegen|stien|katu|tie|kuja|ulica|sgade|hof|berg|park)$/u;

export const UNIT_WORDS = new Set(
  list(`suite, ste, apt, apartment, unit, flat, floor, fl, room, rm, box, po, psc, cmr, building, bldg, wohnung, whg, stock, etage, hinterhaus, appartement
bâtiment, bât, étage, escalier, piso, puerta, planta, portal, esc, izq, dcha, apartado, postfach, bp, cedex, apo, fpo, dpo, interior, no, nº, nr, bis, ter`)
);

export const NATIONALITIES =
  list(`American, British, English, Scottish, Welsh, Irish, Canadian, Australian, French, German, Austrian, Swiss, Spanish, Portuguese, Italian, Dutch
Belgian, Danish, Swedish, Norwegian, Finnish, Icelandic, Polish, Czech, Slovak, Slovakian, Hungarian, Romanian, Bulgarian, Greek, Turkish
Russian, Ukrainian, Belarusian, Estonian, Latvian, Lithuanian, Croatian, Serbian, Slovenian, Bosnian, Macedonian, Albanian, Montenegrin
Moldovan, Georgian, Armenian, Azerbaijani, Kazakh, Uzbek, Chechen, Tatar, Israeli, Palestinian, Lebanese, Syrian, Jordanian, Iraqi, Iranian
Persian, Kurdish, Saudi, Yemeni, Emirati, Qatari, Kuwaiti, Egyptian, Moroccan, Algerian, Tunisian, Libyan, Sudanese, Ethiopian, Eritrean
Somali, Kenyan, Ugandan, Tanzanian, Rwandan, Nigerian, Ghanaian, Ivorian, Senegalese, Malian, Cameroonian, Congolese, Angolan, Mozambican
Zimbabwean, Zambian, Namibian, Botswanan, South African, Malagasy, Indian, Pakistani, Bangladeshi, Nepalese, Nepali, Sri Lankan, Afghan
Chinese, Taiwanese, Japanese, Korean, South Korean, North Korean, Mongolian, Vietnamese, Thai, Cambodian, Laotian, Burmese, Malaysian
Indonesian, Filipino, Singaporean, New Zealander, Fijian, Samoan, Mexican, Guatemalan, Honduran, Salvadoran, Nicaraguan, Costa Rican
Panamanian, Cuban, Jamaican, Haitian, Dominican, Puerto Rican, Colombian, Venezuelan, Ecuadorian, Peruvian, Bolivian, Chilean, Argentinian
Argentine, Uruguayan, Paraguayan, Brazilian, Cypriot, Maltese, Greenlandic, Catholic, Protestant, Muslim, Jewish, Hindu, Buddhist, Christian, Belizean
Belizian, Hispanic, Latino, Caucasian, African American, Republican, Democrat, Hobbit, Catalan, Basque, Flemish, Eskimo, Arab, European, Asian, African`);

/** The same in the other languages, where an English reader would see another word. */
export const NATIONALITIES_ABROAD = {
  de: list(`Deutscher, Deutsche, Österreicher, Österreicherin, Schweizer, Schweizerin, Franzose, Französin, Spanier, Spanierin, Italiener, Italienerin
Türke, Türkin, Pole, Polin, Russe, Russin, Brite, Britin, Amerikaner, Amerikanerin`),
  fr: list(`Français, Française, Allemand, Allemande, Espagnol
Espagnole, Italien, Italienne, Belge, Suisse, Anglais, Anglaise, Américain, Américaine, Marocain, Marocaine, Algérien, Algérienne, Tunisien
Tunisienne`),
  es: list(`Español, Española, Francés, Francesa, Alemán, Alemana, Inglés, Inglesa, Italiano, Italiana, Mexicano, Mexicana, Colombiano
Colombiana, Argentino, Argentina, Peruano, Peruana, Chileno, Chilena, Estadounidense`)
};

let countries: string[] | undefined;

/** Country names in the four languages, from the locale data of the runtime. */
export function countryNames(): string[] {
  countries ??= ['en', 'de', 'fr', 'es'].flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    const found: string[] = [];
    for (let first = 65; first <= 90; first += 1) {
      for (let second = 65; second <= 90; second += 1) {
        const code = String.fromCharCode(first, second);
        const name = ['ZZ', 'XA', 'XB', 'EU', 'EZ', 'UN', 'QO'].includes(code) ? undefined : names.of(code);
        if (name) found.push(name.replace(/ \(.*\)$/, ''));
      }
    }
    return found;
  });
  return countries;
}
