/** US states by postal code: the full name, and the AP abbreviation where it differs (AP Stylebook, datelines). */
const states: Readonly<Record<string, readonly [name: string, ap?: string]>> = {
  AL: ['Alabama', 'Ala.'],
  AK: ['Alaska'],
  AZ: ['Arizona', 'Ariz.'],
  AR: ['Arkansas', 'Ark.'],
  CA: ['California', 'Calif.'],
  CO: ['Colorado', 'Colo.'],
  CT: ['Connecticut', 'Conn.'],
  DC: ['District of Columbia', 'D.C.'],
  DE: ['Delaware', 'Del.'],
  FL: ['Florida', 'Fla.'],
  GA: ['Georgia', 'Ga.'],
  HI: ['Hawaii'],
  ID: ['Idaho'],
  IL: ['Illinois', 'Ill.'],
  IN: ['Indiana', 'Ind.'],
  IA: ['Iowa'],
  KS: ['Kansas', 'Kan.'],
  KY: ['Kentucky', 'Ky.'],
  LA: ['Louisiana', 'La.'],
  ME: ['Maine'],
  MD: ['Maryland', 'Md.'],
  MA: ['Massachusetts', 'Mass.'],
  MI: ['Michigan', 'Mich.'],
  MN: ['Minnesota', 'Minn.'],
  MS: ['Mississippi', 'Miss.'],
  MO: ['Missouri', 'Mo.'],
  MT: ['Montana', 'Mont.'],
  NE: ['Nebraska', 'Neb.'],
  NV: ['Nevada', 'Nev.'],
  NH: ['New Hampshire', 'N.H.'],
  NJ: ['New Jersey', 'N.J.'],
  NM: ['New Mexico', 'N.M.'],
  NY: ['New York', 'N.Y.'],
  NC: ['North Carolina', 'N.C.'],
  ND: ['North Dakota', 'N.D.'],
  OH: ['Ohio'],
  OK: ['Oklahoma', 'Okla.'],
  OR: ['Oregon', 'Ore.'],
  PA: ['Pennsylvania', 'Pa.'],
  RI: ['Rhode Island', 'R.I.'],
  SC: ['South Carolina', 'S.C.'],
  SD: ['South Dakota', 'S.D.'],
  TN: ['Tennessee', 'Tenn.'],
  TX: ['Texas'],
  UT: ['Utah'],
  VT: ['Vermont', 'Vt.'],
  VA: ['Virginia', 'Va.'],
  WA: ['Washington', 'Wash.'],
  WV: ['West Virginia', 'W.Va.'],
  WI: ['Wisconsin', 'Wis.'],
  WY: ['Wyoming', 'Wyo.'],
};

/** Cities that stand alone in a dateline (AP Stylebook). */
const citiesAlone = new Set([
  'Atlanta',
  'Baltimore',
  'Boston',
  'Chicago',
  'Cincinnati',
  'Cleveland',
  'Dallas',
  'Denver',
  'Detroit',
  'Honolulu',
  'Houston',
  'Indianapolis',
  'Las Vegas',
  'Los Angeles',
  'Miami',
  'Milwaukee',
  'Minneapolis',
  'New Orleans',
  'New York',
  'Oklahoma City',
  'Philadelphia',
  'Phoenix',
  'Pittsburgh',
  'St. Louis',
  'Salt Lake City',
  'San Antonio',
  'San Diego',
  'San Francisco',
  'Seattle',
  'Washington',
]);

/** How a style writes regions: postal code, AP abbreviation, or in full. */
export type RegionForm = 'postal' | 'ap' | 'full';

/** Where a company announces from; the region is a US state's postal code, or else words that are printed as they are. */
interface Place {
  city: string;
  region?: string | undefined;
}

const regionText = (region: string, form: RegionForm): string => {
  const [name, ap] = states[region] ?? [];
  if (name === undefined || form === 'postal') return region;
  return form === 'ap' ? (ap ?? name) : name;
};

const placeText = ({ city, region }: Place, form: RegionForm, capitals: boolean): string => {
  const isAlone = form === 'ap' && citiesAlone.has(city) && (region === undefined || region in states);
  const shown = capitals ? city.toUpperCase() : city;
  return region === undefined || isAlone ? shown : `${shown}, ${regionText(region, form)}`;
};

/** Writes the places of a dateline: `PORTLAND, Ore.`, `SAN DIEGO and CALGARY, Alberta`. */
export const placesText = (places: readonly Place[], form: RegionForm, capitals: boolean): string =>
  places.map((place) => placeText(place, form, capitals)).join(' and ');
