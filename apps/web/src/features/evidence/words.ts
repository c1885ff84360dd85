import type { Confidence } from '../../graphql/generated/graphql';

export const confidences: Record<Confidence, { word: string; hint: string }> = {
  low: { word: 'Low', hint: 'A first indication' },
  medium: { word: 'Medium', hint: 'Several sources that mostly agree' },
  high: { word: 'High', hint: 'Strong and repeated findings' },
};
