import * as asn1js from 'asn1js';
import {
  Attribute,
  type Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import type { TestCertificate } from './test-authority.ts';

/** What is signed with which key, and how a faulty message differs from a good one. */
export interface SignRequest {
  /** Who signs; two or more make a message that no login may accept. */
  readonly signers: readonly TestCertificate[];
  /** What is signed, such as a challenge in UTF-8. */
  readonly content: Uint8Array;
  /** Certificates that travel with the message. */
  readonly certificates: readonly Certificate[];
  /** Default: SHA-256. */
  readonly hash?: 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';
  /** Object identifier of the content; default: data. */
  readonly contentType?: string;
  /** true: the content is left out of the message. */
  readonly detached?: boolean;
  /** false: the signature is over the content itself. */
  readonly signedAttributes?: boolean;
  /** Changes the signed attributes before they are signed. */
  readonly changeAttributes?: (attributes: Attribute[]) => Attribute[];
  /** Writes the content as an octet string of several parts, as old BER writers do. */
  readonly constructedContent?: boolean;
}

const ID_DATA = '1.2.840.113549.1.7.1';

/** Signs as a card would: CMS SignedData in DER. The options make the messages that must be refused. */
export async function signMessage(request: SignRequest): Promise<Uint8Array<ArrayBuffer>> {
  const { content, hash = 'SHA-256', contentType = ID_DATA } = request;
  const digest = await crypto.subtle.digest(hash, new Uint8Array(content));
  const data = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: contentType }),
    signerInfos: request.signers.map(
      (signer) =>
        new SignerInfo({
          version: 1,
          sid: new IssuerAndSerialNumber({ issuer: signer.pki.issuer, serialNumber: signer.pki.serialNumber }),
          ...(request.signedAttributes === false
            ? {}
            : { signedAttrs: signedAttributes(request, contentType, digest) }),
        }),
    ),
    certificates: [...request.certificates],
  });
  const eContent = octets(new Uint8Array(content), request.constructedContent === true);
  if (!request.detached) data.encapContentInfo.eContent = eContent;
  for (const [index, signer] of request.signers.entries())
    await data.sign(signer.keys.privateKey, index, hash, new Uint8Array(content).buffer);
  return new Uint8Array(
    new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: data.toSchema(true) }).toSchema().toBER(),
  );
}

function signedAttributes(request: SignRequest, contentType: string, digest: ArrayBuffer): SignedAndUnsignedAttributes {
  const attributes = [
    new Attribute({ type: '1.2.840.113549.1.9.3', values: [new asn1js.ObjectIdentifier({ value: contentType })] }),
    new Attribute({ type: '1.2.840.113549.1.9.4', values: [new asn1js.OctetString({ valueHex: digest })] }),
  ];
  return new SignedAndUnsignedAttributes({ type: 0, attributes: request.changeAttributes?.(attributes) ?? attributes });
}

function octets(content: Uint8Array<ArrayBuffer>, constructed: boolean): asn1js.OctetString {
  if (!constructed) return new asn1js.OctetString({ valueHex: content.buffer });
  const half = content.length >> 1;
  return new asn1js.OctetString({
    idBlock: { isConstructed: true, tagClass: 1, tagNumber: 4 },
    isConstructed: true,
    value: [content.slice(0, half), content.slice(half)].map(
      (part) => new asn1js.OctetString({ valueHex: part.buffer }),
    ),
  });
}
