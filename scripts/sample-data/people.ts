/** Who works in the sample org, and for which partner. All names and companies are invented. */

export interface SamplePartner {
  readonly name: string;
  readonly tier: string;
  readonly type: string;
  readonly country: string;
  readonly verticals: readonly string[];
  readonly certifications: number;
  /** How well it qualifies deals: moves the chance of winning, in log-odds. Known to the generator only. */
  readonly skill: number;
  /** How many past deals it brought. */
  readonly deals: number;
}

export const PARTNERS: readonly SamplePartner[] = [
  {
    name: 'Brightline Systems',
    tier: 'Gold',
    type: 'Reseller',
    country: 'United Kingdom',
    verticals: ['Retail', 'Transportation'],
    certifications: 9,
    skill: 0.6,
    deals: 130
  },
  {
    name: 'Nordwind IT',
    tier: 'Silver',
    type: 'SI',
    country: 'Germany',
    verticals: ['Manufacturing', 'Automotive'],
    certifications: 6,
    skill: 0.2,
    deals: 95
  },
  {
    name: 'Atelier Numérique',
    tier: 'Platinum',
    type: 'SI',
    country: 'France',
    verticals: ['Financial Services', 'Government'],
    certifications: 14,
    skill: 0.9,
    deals: 140
  },
  {
    name: 'Cloudforge Partners',
    tier: 'Silver',
    type: 'MSP',
    country: 'United States',
    verticals: ['Technology', 'Healthcare'],
    certifications: 4,
    skill: -0.1,
    deals: 80
  },
  {
    name: 'Iberia Digital',
    tier: 'Registered',
    type: 'Referral',
    country: 'Spain',
    verticals: ['Hospitality'],
    certifications: 1,
    skill: -0.7,
    deals: 52
  },
  {
    name: 'First Steps Consulting',
    tier: 'Registered',
    type: 'Referral',
    country: 'Ireland',
    verticals: ['Education'],
    certifications: 0,
    skill: 0,
    deals: 3
  }
];

export interface SamplePerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly username: string;
  readonly title: string;
  /** Partner users only. */
  readonly partner?: string;
  /** Permission set groups, or single permission sets. */
  readonly roles: readonly string[];
}

export const PEOPLE: readonly SamplePerson[] = [
  {
    firstName: 'Maya',
    lastName: 'Osei',
    username: 'maya.osei@brightline.example',
    title: 'Account executive',
    partner: 'Brightline Systems',
    roles: ['Partner_Rep', 'Interactive_Calls']
  },
  {
    firstName: 'Jonas',
    lastName: 'Keller',
    username: 'jonas.keller@nordwind.example',
    title: 'Sales consultant',
    partner: 'Nordwind IT',
    roles: ['Partner_Rep', 'Interactive_Calls']
  },
  {
    firstName: 'Priya',
    lastName: 'Raman',
    username: 'priya.raman@partnerportal.local',
    title: 'Channel manager',
    roles: ['Channel_Manager']
  }
];
