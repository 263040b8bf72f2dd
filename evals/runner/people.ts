import { nearestName } from '#connectors/documents/csv/nearest-name.ts';
import type { Customer } from '#desks/customer-desk.ts';
import type { Person } from '#domain/person.ts';
import type { Redress } from '#main';
import { present } from '#storage/present.ts';
import { FaultyScenario } from './faulty-scenario.ts';

async function personCalled({ db }: Redress, name: string): Promise<Person> {
  const people: Person[] = (await db.read.select().from(db.t.people)).map(present);
  const wanted = name.split('/').at(-1)?.trim() ?? name;
  const found = people.find((person) => person.name === wanted);
  if (found) return found;
  const near = nearestName(
    wanted,
    people.map((person) => person.name),
  );
  throw new FaultyScenario(
    `Nobody in the demo world is called ${wanted}.${near === undefined ? '' : ` Did you mean ${near}?`}`,
  );
}

/** "Dana Ellis", or "Brightwell Foods / Dana Ellis". */
export async function customerCalled(redress: Redress, name: string): Promise<Customer> {
  const { accountId, ...person } = await personCalled(redress, name);
  if (accountId === undefined)
    throw new FaultyScenario(`${name} works for the seller and is not a customer.`);
  return { ...person, accountId };
}

export async function staffCalled(redress: Redress, name: string): Promise<Person> {
  const person = await personCalled(redress, name);
  if (person.accountId !== undefined) throw new FaultyScenario(`${name} is a customer, not one of the team.`);
  return person;
}

export const isStaffName = async (redress: Redress, name: string): Promise<boolean> =>
  (await personCalled(redress, name)).accountId === undefined;
