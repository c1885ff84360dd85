import type { ParagraphScript } from '../script.js';

/** The working draft on care. The paragraphs `grievance` and `review` have no source yet, which the check before publishing points out. */
export const careWorking: ParagraphScript[] = [
  {
    key: 'floor',
    heading: 'What a care worker is paid',
    text: 'The first fair pay agreement in adult social care will set a floor at least a tenth above the legal minimum wage. It is written as a gap and not as a sum, so that it is worth as much on the day it begins as on the day it was agreed, and in every year after.',
    sources: [
      {
        proposal: 'care-floor-fifteen',
        note: 'Altered: £15 became a tenth above the legal minimum',
      },
      { decisionOn: 'care-floor-fifteen' },
      {
        commentOn: 'care-floor-fifteen',
        index: 2,
        note: 'The gap in place of a sum is Tom Ainsley’s question and Andrew Robson’s figure',
      },
    ],
  },
  {
    key: 'senior-step',
    text: 'Whoever leads a shift, gives out medicines or trains a new colleague will be paid at least £1 an hour above the floor, from the same day. In nurseries the lowest wage rose every April while nothing above it moved, and those who left first were the people who trained the rest.',
    sources: [
      {
        commentOn: 'care-floor-fifteen',
        index: 0,
        note: 'Agreed in this thread between Tunde Sesay, who proposed the floor, and Sunita Rao',
      },
      { decisionOn: 'care-floor-fifteen', note: 'The £1 is the commission’s' },
    ],
  },
  {
    key: 'whole-shift',
    text: 'Home care will be paid by the shift as it was planned on the evening before: the visits, the road between them, gaps of less than an hour, and a visit cancelled that morning. The payslip will show the minutes and the rate for each, so that anybody can see in ten seconds whether they were paid properly.',
    sources: [
      { proposal: 'care-travel-time', note: 'Kept, as Beth Tindall edited it' },
      { decisionOn: 'care-travel-time' },
    ],
  },
  {
    key: 'mileage-and-fares',
    text: 'Staff who drive their own car on a shift will have the full tax-free rate for every mile of it, as a council officer already has for a visit to the same house. Those who go by bus or on foot will have their ticket paid.',
    sources: [
      { proposal: 'care-mileage', note: 'Kept, merged into the paragraphs on the whole shift' },
      {
        commentOn: 'care-mileage',
        index: 0,
        note: 'The bus ticket: Seán Mulligan’s question',
      },
      { decisionOn: 'care-mileage' },
    ],
  },
  {
    key: 'time-bands',
    text: 'Councils and the health service will order home care in bands of time as well as minutes. A person who wants to be up at eight and in bed at ten should not be washed at eleven and tucked in by daylight because a rota is cheaper that way.',
    sources: [
      {
        commentOn: 'care-travel-time',
        index: 1,
        note: 'From the argument between Oliver Garside, Beth Tindall and Catrin Morgan',
      },
    ],
  },
  {
    key: 'grievance',
    text: 'A care worker who has been paid less than the agreement says will be able to take it to one public body, free of charge and without giving their name to the employer, and will have an answer within six weeks. The body may look at every payslip in the company and not only at theirs.',
  },
  {
    key: 'price',
    heading: 'Where the money comes from',
    text: 'No public body will buy care for less than the published cost of the agreed wage: the wage itself, travel, holiday, contributions and a fair allowance to run the service. The contract will name the wage. One formula will be used everywhere, with each council’s own figures in it, and anybody may object to them within a month.',
    sources: [
      {
        proposal: 'care-price-follows-wage',
        note: 'Altered: “or the agreement waits” is left out',
      },
      {
        evidence: 'evidence-care-price',
        note: '71p of each pound reached wages where the contract named the wage, 52p where it did not',
      },
      { decisionOn: 'care-price-follows-wage' },
      {
        commentOn: 'care-price-follows-wage',
        index: 0,
        note: 'One formula, local figures, and a month to object: Faisal Qureshi to Daniel Marsh',
      },
    ],
  },
  {
    key: 'early-price',
    text: 'Homes and companies with fewer than twenty staff will be paid the new price before they have to pay the new wage. They asked for a price and not for permission to pay less, and the people who work in them have waited as long as anybody.',
    sources: [
      {
        commentOn: 'care-small-employers',
        index: 0,
        note: 'Where Callum Reid, Tunde Sesay and Kavita Sharma ended up; the proposal itself asked for the opposite and is not answered yet',
      },
    ],
    ownReason:
      'The forum has not answered this proposal. We have put the paragraph in so that it can be argued with before the answer, and will take it out if the answer goes the other way.',
  },
  {
    key: 'review',
    text: 'The agreement will be looked at again every two years by the unions and employers who made it, together with people who draw on care and their families. They will publish what changed in pay, in the number who left, and in the hours of care that were given, and say what they would do next.',
  },
];
