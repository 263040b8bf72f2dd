const oasis = 'urn:oasis:names:specification:ubl:schema:xsd:';

/** Namespaces of UBL 2.x and the prefixes that our paths use for them. */
export const ublPrefixes: Readonly<Record<string, string>> = {
  [`${oasis}CommonBasicComponents-2`]: 'cbc',
  [`${oasis}CommonAggregateComponents-2`]: 'cac',
  [`${oasis}CommonExtensionComponents-2`]: 'ext',
};

/** The namespace of a UBL document type such as "Invoice". */
export const ublNamespace = (documentName: string): string => `${oasis}${documentName}-2`;

/** "ApplicationResponse" for the namespace of that type; undefined for what is not UBL. */
export const ublTypeOf = (namespace: string): string | undefined =>
  namespace.startsWith(oasis) && namespace.endsWith('-2') ? namespace.slice(oasis.length, -2) : undefined;
