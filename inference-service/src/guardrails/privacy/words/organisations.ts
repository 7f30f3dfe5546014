const list = (text: string): string[] => text.trim().split(/\s+/);

/** Legal forms and words that companies put at the end of their names. */
export const COMPANY_ENDINGS = new Set(
  list(`inc incorporated corp corporation co company llc llp lp ltd limited plc gmbh ag kg kgaa ohg ug gbr mbh se ev sa sas sarl eurl sasu sci sl slu sll scp
spa srl bv nv ab oy oyj as aps kft zrt sro doo pty group holding holdings gruppe groupe grupo partners associates sons brothers bros solutions
systems technologies technology software services consulting industries enterprises international bank university college institute
hospital clinic foundation association agency studio studios labs media capital ventures insurance versicherung bank werke stiftung verein
universität université universidad hochschule banque banco clinique hôpital fondation asociación sociedad société`)
);

/** What stands before a person's name. */
export const HONORIFICS = new Set(
  list(`mr mrs ms miss mx dr prof professor sir madam dame lord lady rev herr frau hr fr m mme mlle monsieur madame mademoiselle maître señor señora señorita
sr sra srta don doña d dña ing dipl mag`)
);

/** What a person's occupation ends with. */
export const JOB_WORDS = new Set(
  list(`engineer manager officer analyst administrator specialist consultant developer designer director technician scientist teacher nurse
therapist surgeon lawyer solicitor barrister accountant auditor architect journalist editor producer broker trader buyer planner surveyor
programmer researcher lecturer psychologist pharmacist physicist chemist biologist geologist librarian secretary assistant executive
coordinator supervisor inspector translator interpreter photographer musician actor artist writer pilot dentist optician veterinarian
counsellor adviser advisor representative operator clerk agent president ceo cto cfo chairman chairwoman founder head
controller driver installer cleaner librarian soldier operative mechanic electrician plumber carpenter welder painter baker butcher cook chef waiter
waitress cashier receptionist farmer gardener fisherman fisher miner guard firefighter paramedic midwife dietitian hygienist paediatrician cardiologist
radiologist echocardiographer sonographer technologist statistician mathematician economist sociologist archaeologist ecologist meteorologist
instructor trainer coach tutor principal dean captain sailor conductor dispatcher packer assembler fitter machinist tiler roofer bricklayer
tailor jeweller hairdresser beautician florist merchant retailer seller salesperson distributor auctioneer actuary underwriter
bookkeeper paralegal magistrate judge ranger warden detective trooper aide attendant caretaker porter postman courier
geschäftsführer geschäftsführerin leiter leiterin vertriebsleiter vertriebsleiterin sachbearbeiter sachbearbeiterin entwickler entwicklerin berater
beraterin ingenieur ingenieurin vorstand prokurist prokuristin directeur directrice responsable ingénieur ingénieure comptable gérant gérante
acheteur acheteuse directora gerente jefe jefa ingeniero ingeniera abogado abogada contable asesor asesora`)
);
