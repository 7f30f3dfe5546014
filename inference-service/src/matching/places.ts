/** Country names and codes, folded, to ISO 3166 two letters. Own spellings included, since records are rarely in English throughout. */
const COUNTRIES: ReadonlyMap<string, string> = new Map(
  (
    'us:usa,united states,united states of america,u s a,america|gb:uk,united kingdom,great britain,britain,england,scotland,wales,northern ireland|de:deutschland,germany,deu|' +
    'fr:france,fra|es:spain,espana,esp|it:italy,italia,ita|pt:portugal,prt|nl:netherlands,the netherlands,nederland,holland,nld|be:belgium,belgie,belgique,bel|' +
    'lu:luxembourg,luxemburg|ch:switzerland,schweiz,suisse,svizzera,che|at:austria,osterreich,aut|dk:denmark,danmark,dnk|se:sweden,sverige,swe|no:norway,norge,nor|' +
    'fi:finland,suomi,fin|is:iceland,island|ie:ireland,eire,irl|pl:poland,polska,pol|cz:czech republic,czechia,cesko,ceska republika,cze|sk:slovakia,slovensko|' +
    'hu:hungary,magyarorszag,hun|ro:romania,rou|bg:bulgaria,bgr|gr:greece,hellas,ellada,grc|hr:croatia,hrvatska|si:slovenia,slovenija|rs:serbia,srbija|ee:estonia,eesti|' +
    'lv:latvia,latvija|lt:lithuania,lietuva|ua:ukraine,ukraina|ru:russia,russian federation,rossiya,rus|tr:turkey,turkiye,tur|il:israel|ae:united arab emirates,uae|' +
    'sa:saudi arabia,ksa|qa:qatar|kw:kuwait|bh:bahrain|om:oman|eg:egypt|ma:morocco,maroc|tn:tunisia|za:south africa,rsa|ng:nigeria|ke:kenya|gh:ghana|et:ethiopia|' +
    'in:india,bharat,ind|pk:pakistan|bd:bangladesh|lk:sri lanka|np:nepal|cn:china,prc,peoples republic of china,chn|hk:hong kong,hksar|tw:taiwan|jp:japan,nippon,nihon,jpn|' +
    'kr:korea,south korea,republic of korea,kor|sg:singapore,sgp|my:malaysia,mys|th:thailand,tha|vn:vietnam,viet nam|id:indonesia,idn|ph:philippines,phl|au:australia,aus|' +
    'nz:new zealand,nzl|ca:canada,can|mx:mexico,mex|br:brazil,brasil,bra|ar:argentina,arg|cl:chile,chl|co:colombia,col|pe:peru,per|uy:uruguay|ec:ecuador|ve:venezuela|' +
    'cr:costa rica|pa:panama|gt:guatemala|do:dominican republic|pr:puerto rico|cy:cyprus|mt:malta|kz:kazakhstan|ge:georgia'
  )
    .split('|')
    .flatMap((entry) => {
      const [code, names] = entry.split(':') as [string, string];
      return [[code, code], ...names.split(',').map((name) => [name, code])] as [string, string][];
    })
);

/** Two-letter code, or the folded text itself when the country is not in the list. */
export function countryCode(folded: string): string | null {
  return folded === '' ? null : (COUNTRIES.get(folded) ?? folded);
}

/** Single words in a company name that say where an office is, not whose it is. Two-letter codes are left out: they collide with words. */
export const PLACE_WORDS: ReadonlyMap<string, string> = new Map([
  ...[...COUNTRIES].filter(([name]) => name.length > 3 && !name.includes(' ')),
  ...(
    'emea apac latam dach benelux nordic nordics iberia europe asia africa americas pacific atlantic scandinavia balkans caribbean ' +
    'north south east west northern southern eastern western central northeast northwest southeast southwest midwest ' +
    'london paris berlin munich muenchen munchen hamburg frankfurt vienna wien zurich geneva madrid barcelona milan milano rome roma lisbon lisboa amsterdam rotterdam brussels ' +
    'copenhagen stockholm oslo helsinki dublin warsaw warszawa prague praha budapest bucharest sofia athens istanbul moscow kyiv dubai riyadh doha tel cairo lagos nairobi ' +
    'johannesburg mumbai delhi bangalore bengaluru chennai hyderabad pune kolkata karachi dhaka beijing shanghai shenzhen guangzhou taipei tokyo osaka seoul bangkok hanoi jakarta manila kuala ' +
    'sydney melbourne brisbane perth auckland toronto montreal vancouver calgary ottawa boston chicago houston dallas austin atlanta denver seattle miami phoenix detroit ' +
    'philadelphia york angeles francisco diego vegas texas california florida ohio illinois michigan virginia carolina pennsylvania massachusetts washington oregon colorado arizona ' +
    'bavaria bayern saxony sachsen ontario quebec queensland victoria catalonia lombardy'
  )
    .split(' ')
    .map((word) => [word, word] as [string, string])
]);
