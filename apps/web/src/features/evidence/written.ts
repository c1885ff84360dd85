import type { Confidence } from '../../graphql/generated/graphql';

/** Evidence as it is being written. */
export interface Written {
  bodyId: string;
  proposalId: string;
  claim: string;
  detail: string;
  authorName: string;
  confidence: Confidence;
  confidenceReason: string;
  costFlag: boolean;
  legalFlag: boolean;
  declaredInterest: string;
  mandate: string;
  sources: { title: string; url: string }[];
}

export const blankEvidence: Written = {
  bodyId: '',
  proposalId: '',
  claim: '',
  detail: '',
  authorName: '',
  confidence: 'medium',
  confidenceReason: '',
  costFlag: false,
  legalFlag: false,
  declaredInterest: '',
  mandate: '',
  sources: [{ title: '', url: '' }],
};

export const writtenKey = (consultationId: string) => `evidence-new:${consultationId}`;

/** What the browser kept; what cannot be read, or is of another version, is left out. */
export function parseWritten(text: string): Written {
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null) return blankEvidence;
    return { ...blankEvidence, ...kept };
  } catch {
    return blankEvidence;
  }
}
