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
counsellor adviser advisor representative operator clerk agent president ceo cto cfo chairman chairwoman founder head`)
);
