import { sortKey } from '../../domain/sort-key.ts';

/** A name as it is compared: no case, no accents, no punctuation, no article before a team's name. */
export function foldName(name: string): string {
  return sortKey(name).replace(/^the (?=\S+ )/, '');
}

/** Words at the end of a name that no person is called. */
const bodies = new RegExp(
  '\\b(?:team|teams|working group|project group|interest group|user group|group|wg|sig|committee|council|board|' +
    'foundation|community|maintainers|contributors|editors|editorial|staff|association|university|institute|society|' +
    'collective|consortium|organi[sz]ation|company|corporation|corp|inc|llc|ltd|gmbh|project|labs|agency|' +
    'department|automation|undersigned|membership|developers|authors|initiative|alliance|network)$',
);

/** Whether a name is clearly that of a team, a company or another body of people. */
export function isOrganisationName(name: string): boolean {
  const folded = sortKey(name).replace(/ (?:at|of|in|from) .*$/, '');
  return bodies.test(folded) || bodies.test(sortKey(name));
}
