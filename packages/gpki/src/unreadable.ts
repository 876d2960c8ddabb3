/** The bytes are not the ASN.1 that was asked for. Each caller says which refusal that is. */
export class Unreadable extends Error {}
