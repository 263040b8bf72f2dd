/** A scenario that cannot be run as it is written; the message says where and what to do. */
export class FaultyScenario extends Error {
  override readonly name = 'FaultyScenario';
}
